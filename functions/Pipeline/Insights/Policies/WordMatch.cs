using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Whether a record speaks of a policy: one of its words stands in title or body; of a pair (<c>补贴…电梯</c>) both parts do.</summary>
internal sealed class WordMatch(IReadOnlyList<string> words)
{
    private readonly string[][] _words = [.. words.Select(word => word.Split('…').Select(Fold).ToArray())];

    /// <summary>The first word that stands in a text (see <see cref="TextOf"/>); null when none does.</summary>
    public string? Find(string text)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if (_words[i].All(part => text.Contains(part, StringComparison.Ordinal)))
            {
                return words[i];
            }
        }

        return null;
    }

    /// <summary>Title and body, folded so that words match however they were typed.</summary>
    public static string TextOf(PolicyRecord record) => Fold($"{record.Title}\n{record.Body}");

    internal static string Fold(string text) => TextFold.Fold(PlainText.Clean(text, keepLines: false)).Replace(" ", "", StringComparison.Ordinal);
}
