namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Names from the caller fields, which are taken out of the texts of the same record too.</summary>
internal static class CallerNames
{
    /// <summary>The caller fields that are specific enough to be looked for in the text.</summary>
    public static IReadOnlyList<string> Among(IReadOnlyList<string> caller) =>
        caller.Count == 0 ? [] : [.. caller.Select(field => field.Trim()).Where(IsSpecific)];

    /// <summary><paramref name="text"/> with each of <paramref name="names"/> replaced.</summary>
    public static string Replace(string text, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            text = text.Replace(name, Placeholders.Name, StringComparison.Ordinal);
        }

        return text;
    }

    // A person's name, or an account long enough not to be a word of the language; "匿名", "市民" and the like say nothing.
    private static bool IsSpecific(string field) =>
        Surnames.LooksLikeFullName(field) || (field.Length is >= 5 and <= 64 && field.Any(char.IsAsciiLetterOrDigit) && !field.Any(char.IsWhiteSpace));
}
