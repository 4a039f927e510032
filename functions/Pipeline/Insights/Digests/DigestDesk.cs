using System.Globalization;
using System.Text.Json;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Hands out digests: the stored one, or, for a day that has none, one made on the spot. It stores nothing.</summary>
public sealed class DigestDesk(IDigestStore store, DigestMaker maker, DigestRenderer renderer, TimeProvider clock)
{
    /// <summary>A digest by its day (<c>yyyy-MM-dd</c>) or <c>latest</c> stored.</summary>
    public async Task<DigestAnswer> ReadAsync(string day, string? period, string? format, CancellationToken cancellationToken)
    {
        if (!DigestFormats.TryParse(period ?? "day", out DigestPeriod wanted))
        {
            return DigestAnswer.Bad("The period of a digest is day or week.");
        }

        if (!DigestFormats.TryParse(format ?? "html", out DigestFormat form))
        {
            return DigestAnswer.Bad("The format of a digest is html, docx, md, card or json.");
        }

        if (string.Equals(day, "latest", StringComparison.OrdinalIgnoreCase))
        {
            return await store.ListAsync(wanted, 1, cancellationToken) is [var newest, ..]
                ? await ReadAsync(newest, form, cancellationToken)
                : DigestAnswer.Missing("No digest has been made yet; the first is made at 08:00 Asia/Shanghai, or ask for a date.");
        }

        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return DigestAnswer.Bad("A digest is asked for by its date, yyyy-MM-dd, or as latest.");
        }

        return date > ShanghaiTime.DayOf(clock.GetUtcNow())
            ? DigestAnswer.Missing("That day has not come yet.")
            : await ReadAsync(new DigestKey(wanted, date), form, cancellationToken);
    }

    /// <summary>The digest as it would be made now, whatever is stored.</summary>
    public async Task<DigestAnswer> DrawAsync(DigestKey key, DigestFormat format, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var digest = await maker.MakeAsync(key.Day, key.Period, cancellationToken);
        return DigestAnswer.Found(key, format, await renderer.RenderAsync(digest, format));
    }

    private async Task<DigestAnswer> ReadAsync(DigestKey key, DigestFormat format, CancellationToken cancellationToken)
    {
        if (format == DigestFormat.Docx)
        {
            return await store.ReadAsync(key, DigestFormat.Json, cancellationToken) is { } data
                && JsonSerializer.Deserialize(data, InsightsJson.Plain.Digest) is { } digest
                ? DigestAnswer.Found(key, format, DigestDocx.Render(digest))
                : await DrawAsync(key, format, cancellationToken);
        }

        return await store.ReadAsync(key, format, cancellationToken) is { } stored
            ? DigestAnswer.Found(key, format, stored)
            : await DrawAsync(key, format, cancellationToken);
    }
}

/// <summary>A digest as it goes out, or the sentence that says why there is none.</summary>
/// <param name="Status">200, 400 or 404.</param>
/// <param name="Error">One sentence; null when there is a digest.</param>
/// <param name="Content">The form's bytes.</param>
/// <param name="ContentType">Its content type.</param>
/// <param name="FileName">A name to save it under.</param>
public sealed record DigestAnswer(int Status, string? Error, byte[] Content, string ContentType, string FileName)
{
    internal static DigestAnswer Found(DigestKey key, DigestFormat format, byte[] content) => new(
        200, null, content, DigestFormats.ContentType(format), $"{key.PeriodCode}-{DayText.Iso(key.Day)}{DigestFormats.Extension(format)}");

    internal static DigestAnswer Bad(string error) => new(400, error, [], "", "");

    internal static DigestAnswer Missing(string error) => new(404, error, [], "", "");
}
