using System.Security.Cryptography;
using System.Text;
using SentimentWatch.Pipeline.Records.Masking;

namespace SentimentWatch.Pipeline.Records;

/// <summary>
/// Takes personal data out of records: the only maker of <see cref="CitizenRecord"/>. Callers are confidential (济南市12345市民服务热线条例 第10条).
/// Masking twice gives the same text as masking once.
/// </summary>
/// <param name="key">Secret of the caller hash; without it callers are dropped and not counted (<see cref="CitizenRecord.CallerHash"/> stays null).</param>
public sealed class Masker(string? key)
{
    private readonly byte[]? _key = string.IsNullOrEmpty(key) ? null : Encoding.UTF8.GetBytes(key);

    /// <summary>Text without phones, identity and bank card numbers, addresses of mail and chat, plates, passports and self-introduced names.</summary>
    public static string Mask(string text) => TextMask.Mask(text);

    /// <summary>The record as it may be stored: every text masked, who spoke kept only as a keyed hash.</summary>
    public CitizenRecord Mask(SubmittedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var names = CallerNames.Among(record.CallerFields);
        return new CitizenRecord
        {
            Channel = record.Channel,
            SourceId = record.SourceId,
            Version = record.Version,
            ReceivedAt = record.ReceivedAt,
            OccurredAt = record.OccurredAt,
            Title = Text(record.Title, names),
            Body = Text(record.Body, names)!,
            Place = Text(record.Place, names),
            NamedUnit = Text(record.NamedUnit, names),
            Kind = Text(record.Kind, names),
            SourceUrgency = Text(record.SourceUrgency, names),
            Url = UrlMask.Mask(record.Url),
            Reach = record.Reach,
            Handling = record.Handling is not { } handling ? null : handling with
            {
                Reply = Text(handling.Reply, names),
                ReturnReason = Text(handling.ReturnReason, names),
            },
            CallerHash = HashOf(record.CallerFields),
        };
    }

    /// <summary>A rejected line as it may be kept: JSON escapes undone, fields that say who spoke emptied, the rest masked.</summary>
    public static string MaskRejected(string line) => RejectedLineMask.Mask(line);

    /// <summary>16 hex digits over the first (strongest) caller field; null without a key or a caller.</summary>
    private string? HashOf(IReadOnlyList<string> caller)
    {
        if (_key is null || caller.FirstOrDefault(field => !string.IsNullOrWhiteSpace(field)) is not { } strongest)
        {
            return null;
        }

        // The same phone typed with spaces or full-width digits is the same caller.
        var plain = string.Concat(strongest.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return plain.Length == 0
            ? null
            : Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(plain)).AsSpan(0, 8));
    }

    private static string? Text(string? text, IReadOnlyList<string> names) =>
        text is null ? null : TextMask.Mask(CallerNames.Replace(text, names));
}
