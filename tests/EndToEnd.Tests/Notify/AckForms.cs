using System.Text.RegularExpressions;

namespace SentimentWatch.EndToEnd.Tests.Notify;

/// <summary>Reads the acknowledge page as a browser would.</summary>
internal static partial class AckForms
{
    /// <summary>The hidden field of the page's form; empty when it has none.</summary>
    public static string FieldOf(string page) => Field().Match(page).Groups["field"].Value;

    [GeneratedRegex("name=\"form\" value=\"(?<field>[^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
