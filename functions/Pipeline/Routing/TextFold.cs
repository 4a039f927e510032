namespace SentimentWatch.Pipeline.Routing;

/// <summary>Folds letters so that names match however they were typed; the length never changes.</summary>
internal static class TextFold
{
    /// <summary>Full-width letters and digits to half-width, upper to lower case; the same string when there is nothing to fold.</summary>
    public static string Fold(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Fold(text[i]) != text[i])
            {
                return string.Create(text.Length, text, static (span, from) =>
                {
                    for (var j = 0; j < span.Length; j++)
                    {
                        span[j] = Fold(from[j]);
                    }
                });
            }
        }

        return text;
    }

    private static char Fold(char unit) => unit switch
    {
        >= 'A' and <= 'Z' => (char)(unit + 32),
        >= '０' and <= '９' or >= 'ａ' and <= 'ｚ' => (char)(unit - 0xFEE0),
        >= 'Ａ' and <= 'Ｚ' => (char)(unit - 0xFEE0 + 32),
        _ => unit,
    };
}
