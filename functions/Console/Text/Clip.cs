using System.Globalization;

namespace SentimentWatch.Console.Text;

/// <summary>Shortens text for a list.</summary>
public static class Clip
{
    /// <summary>At most <paramref name="length"/> whole characters as a reader counts them, with … where something was left off.</summary>
    public static string Text(string text, int length)
    {
        var info = new StringInfo(text.ReplaceLineEndings(" ").Trim());
        return info.LengthInTextElements <= length ? info.String : info.SubstringByTextElements(0, length - 1) + "…";
    }
}
