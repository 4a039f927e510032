using System.Security.Cryptography;
using System.Text;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>Checks the signature of an outgoing webhook: <c>Authorization: HMAC base64(HMAC-SHA256(base64-decoded token, raw body))</c>.</summary>
public static class TeamsSignature
{
    private const string Scheme = "HMAC ";

    /// <summary>True when the header signs exactly these bytes; the comparison takes the same time wherever they differ.</summary>
    public static bool IsValid(string token, ReadOnlySpan<byte> rawBody, string? authorization)
    {
        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return authorization is not null
            && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(authorization[Scheme.Length..].Trim(), claimed, out var length)
            && length == HMACSHA256.HashSizeInBytes
            && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(KeyOf(token), rawBody), claimed);
    }

    /// <summary>The header that signs these bytes.</summary>
    public static string Sign(string token, ReadOnlySpan<byte> rawBody) =>
        Scheme + Convert.ToBase64String(HMACSHA256.HashData(KeyOf(token), rawBody));

    // Teams hands out base64; whoever types another secret into the settings gets its bytes.
    private static byte[] KeyOf(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length) ? bytes[..length] : Encoding.UTF8.GetBytes(token);
    }
}
