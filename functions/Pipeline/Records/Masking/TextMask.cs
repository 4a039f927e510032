using System.Text.RegularExpressions;

namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Masks free text.</summary>
internal static partial class TextMask
{
    /// <summary>See <see cref="Masker.Mask(string)"/>.</summary>
    public static string Mask(string text) => Mail().Replace(Mobile().Replace(text, "〔电话〕"), "〔邮箱〕");

    [GeneratedRegex(@"(?<![0-9A-Za-z])1[3-9][0-9]{9}(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"[0-9A-Za-z_.+-]+@[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mail();
}
