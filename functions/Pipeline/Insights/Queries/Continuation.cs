using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>An opaque token that says where a list goes on. It carries a fingerprint of the filters, so that it opens no other list; what is inside is checked again by whoever reads it.</summary>
internal static class Continuation
{
    private const int MarkLength = 6;

    public static string Seal(string position, string filters) =>
        Base64Url.EncodeToString([.. Mark(filters), .. Encoding.UTF8.GetBytes(position)]);

    /// <summary>The position inside; null when the token is damaged or belongs to other filters.</summary>
    public static string? Open(string token, string filters)
    {
        if (token.Length > 4096 || !Base64Url.IsValid(token))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        return bytes.Length > MarkLength && bytes.AsSpan(0, MarkLength).SequenceEqual(Mark(filters))
            ? Encoding.UTF8.GetString(bytes.AsSpan(MarkLength))
            : null;
    }

    private static byte[] Mark(string filters) => SHA256.HashData(Encoding.UTF8.GetBytes(filters))[..MarkLength];
}
