using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>Batch ids: <c>yyyyMMddHHmmssfff-xxxxxxxxxxxx</c> (UTC, then 12 hex digits), so that ids sort by time of acceptance.</summary>
public static class BatchId
{
    private const int Length = 17 + 1 + 12;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>A new id.</summary>
    public static string New(DateTimeOffset acceptedAt) =>
        Write(acceptedAt, RandomNumberGenerator.GetHexString(12, lowercase: true));

    /// <summary>The id of an input that may come again: the same for the same <paramref name="origin"/> and time.</summary>
    public static string From(DateTimeOffset acceptedAt, string origin) =>
        Write(acceptedAt, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)))[..12]);

    /// <summary>True for text of this shape; anything else is never used in an address.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: Length } && text[17] == '-'
        && text.AsSpan(0, 17).IndexOfAnyExceptInRange('0', '9') < 0
        && text.AsSpan(18).IndexOfAnyExcept(Hex) < 0;

    private static string Write(DateTimeOffset acceptedAt, string tail) =>
        acceptedAt.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture) + "-" + tail;
}
