using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>
/// Any text as a table key. Letters, digits and <c>- _ . :</c> stay; every other UTF-16 unit becomes <c>!XXXX</c> (four hex digits),
/// so that no key holds <c>/ \ # ?</c>, a control character, or one that an address treats specially.
/// </summary>
public static class TableKey
{
    /// <summary>Longest key; the service's limit is 512 characters.</summary>
    public const int MaxLength = 480;

    private const char Escape = '!';
    private const int EscapeDigits = 4;
    private const string HashMark = "!~";
    private const int HashDigits = 32;

    /// <summary>The key of a text. A key that would be too long keeps its beginning and ends with a hash: then <see cref="Decode"/> gives null.</summary>
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length + 16);
        foreach (var unit in text)
        {
            if (IsPlain(unit))
            {
                key.Append(unit);
            }
            else
            {
                key.Append(Escape).Append(((int)unit).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return key.Length <= MaxLength ? key.ToString() : Shorten(key, text);
    }

    /// <summary>The text of a key that <see cref="Encode"/> made; null when it was shortened.</summary>
    /// <exception cref="FormatException">It made no such key.</exception>
    public static string? Decode(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Contains(HashMark, StringComparison.Ordinal))
        {
            return null;
        }

        var text = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] != Escape)
            {
                text.Append(key[i]);
                continue;
            }

            if (i + EscapeDigits >= key.Length
                || !ushort.TryParse(key.AsSpan(i + 1, EscapeDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                throw new FormatException($"'{key}' is no encoded table key.");
            }

            text.Append((char)unit);
            i += EscapeDigits;
        }

        return text.ToString();
    }

    // Letters beyond the basic plane come as surrogates, which are no letters here, so they are escaped.
    private static bool IsPlain(char unit) => char.IsLetterOrDigit(unit) || unit is '-' or '_' or '.' or ':';

    private static string Shorten(StringBuilder key, string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)))[..HashDigits];
        return key.ToString(0, MaxLength - HashDigits - HashMark.Length) + HashMark + hash;
    }
}
