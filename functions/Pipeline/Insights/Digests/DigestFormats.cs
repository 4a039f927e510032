namespace SentimentWatch.Pipeline.Insights;

/// <summary>Names of the forms of a digest: on the command line, in addresses, in blob names.</summary>
public static class DigestFormats
{
    /// <summary>Reads <c>html</c>, <c>docx</c>, <c>md</c>, <c>card</c> or <c>json</c>.</summary>
    public static bool TryParse(string? name, out DigestFormat format)
    {
        (var known, format) = name switch
        {
            "html" => (true, DigestFormat.Html),
            "docx" => (true, DigestFormat.Docx),
            "md" => (true, DigestFormat.Markdown),
            "card" => (true, DigestFormat.Card),
            "json" => (true, DigestFormat.Json),
            _ => (false, DigestFormat.Html),
        };
        return known;
    }

    /// <summary>Reads <c>day</c> or <c>week</c>.</summary>
    public static bool TryParse(string? name, out DigestPeriod period)
    {
        period = name == "week" ? DigestPeriod.Week : DigestPeriod.Day;
        return name is "day" or "week";
    }

    /// <summary>File name extension, with its point.</summary>
    public static string Extension(DigestFormat format) => format switch
    {
        DigestFormat.Json => ".json",
        DigestFormat.Card => ".card.json",
        DigestFormat.Markdown => ".md",
        DigestFormat.Docx => ".docx",
        _ => ".html",
    };

    /// <summary>Content type.</summary>
    public static string ContentType(DigestFormat format) => format switch
    {
        DigestFormat.Json or DigestFormat.Card => "application/json; charset=utf-8",
        DigestFormat.Markdown => "text/markdown; charset=utf-8",
        DigestFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "text/html; charset=utf-8",
    };
}
