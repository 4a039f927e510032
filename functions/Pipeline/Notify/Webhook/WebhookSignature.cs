using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SentimentWatch.Pipeline.Notify.Webhook;

/// <summary>Signs a body: <c>sha256=hex(HMAC-SHA256(secret, timestamp + "." + body))</c>, the timestamp in seconds of Unix time.</summary>
public static class WebhookSignature
{
    /// <summary>Header of the time.</summary>
    public const string TimestampHeader = "X-SentimentWatch-Timestamp";

    /// <summary>Header of the signature.</summary>
    public const string SignatureHeader = "X-SentimentWatch-Signature";

    /// <summary>The headers of a request; the time alone when there is no secret.</summary>
    public static IReadOnlyDictionary<string, string> Headers(string? secret, DateTimeOffset now, ReadOnlySpan<byte> body)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string> { [TimestampHeader] = timestamp };
        if (secret is not null)
        {
            headers[SignatureHeader] = Sign(secret, timestamp, body);
        }

        return headers;
    }

    /// <summary>The signature's value.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"{timestamp}."));
        hmac.AppendData(body);
        return $"sha256={Convert.ToHexStringLower(hmac.GetHashAndReset())}";
    }
}
