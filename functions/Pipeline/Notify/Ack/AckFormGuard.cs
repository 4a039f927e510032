using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Notify.Ack;

/// <summary>
/// The hidden field of the acknowledge page: an HMAC of the token and the day, which only the page's GET gives out. So a POST shows that
/// somebody opened the page; a scanner that replays addresses, or a foreign page that posts to them, has no such field.
/// </summary>
public sealed class AckFormGuard(AckKeys keys, TimeProvider time)
{
    /// <summary>Name of the form's field.</summary>
    public const string Field = "form";

    /// <summary>The field's value for a token, today; empty when no key is set.</summary>
    public string Of(string token) => keys.All.Count == 0 ? "" : Base64Url.EncodeToString(Sign(keys.All[0], token, Today));

    /// <summary>True for a value that the page gave out today or yesterday (Asia/Shanghai), under a key that is still valid.</summary>
    public bool Holds(string token, string? value)
    {
        if (value is not { Length: 43 } || !Base64Url.IsValid(value))
        {
            return false;
        }

        var given = Base64Url.DecodeFromChars(value);
        return Base64Url.EncodeToString(given) == value
            && keys.All.Any(key => Matches(key, token, given, Today) || Matches(key, token, given, Today.AddDays(-1)));
    }

    private DateOnly Today => ShanghaiTime.DayOf(time.GetUtcNow());

    private static bool Matches(AckKey key, string token, byte[] given, DateOnly day) =>
        CryptographicOperations.FixedTimeEquals(Sign(key, token, day), given);

    // A token's own payload begins with hex digits, so that no signature can serve as the other.
    private static byte[] Sign(AckKey key, string token, DateOnly day) =>
        key.Sign(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"form|{day:yyyyMMdd}|{token}")));
}
