using System.Reflection;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// The kinds of trouble a text tells of, by the words of <c>troubles.tsv</c>. People who tell of one matter in different words mostly
/// still use words of one kind; people at one place with different troubles do not. Immutable, thread-safe.
/// </summary>
internal sealed class Troubles
{
    /// <summary>Most kinds that a text is given.</summary>
    public const int Most = 3;

    private const string Resource = "troubles.tsv";
    private const float LongWord = 2;
    private const float ShortWord = 1;
    private const float InTitle = 2;
    private const float InOpening = 1.5f;
    private const int Opening = 60;
    private const float LaterFrom = 0.35f;
    private const int MostCharacters = 1_500;

    private readonly PhraseTrie _trie = new();
    private readonly List<(int Kind, float Weight)> _votes = [];
    private readonly int _count;

    public Troubles()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is not in the program; build it again."));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                Learn(line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..], _count++);
            }
        }
    }

    /// <summary>Fills in the kinds, weightiest first, with their weights relative to the first, and says how many there are.</summary>
    public int Find(string? title, string body, Span<(int Kind, float Weight)> kinds)
    {
        Span<float> scores = stackalloc float[_count];
        scores.Clear();
        Span<bool> seen = stackalloc bool[_votes.Count];
        seen.Clear();
        Count(title, InTitle, InTitle, scores, seen);
        Count(body, InOpening, 1, scores, seen);
        var found = 0;
        while (found < kinds.Length)
        {
            var best = 0;
            for (var i = 1; i < scores.Length; i++)
            {
                best = scores[i] > scores[best] ? i : best;
            }

            if (scores[best] <= 0 || (found > 0 && scores[best] < kinds[0].Weight * LaterFrom))
            {
                break;
            }

            kinds[found++] = (best, scores[best]);
            scores[best] = 0;
        }

        for (var i = found - 1; i >= 0; i--)
        {
            kinds[i].Weight /= kinds[0].Weight;
        }

        return found;
    }

    // Each word once: a letter that says 物业 thirty times is not thirty times as much about it.
    private void Count(string? text, float opening, float later, Span<float> scores, Span<bool> seen)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var hits = new List<PhraseHit>();
        _trie.Find(TextFold.Fold(text).AsSpan(0, Math.Min(text.Length, MostCharacters)), hits);
        foreach (var hit in hits)
        {
            if (!seen[hit.Phrase])
            {
                seen[hit.Phrase] = true;
                var (kind, weight) = _votes[hit.Phrase];
                scores[kind] += weight * (hit.Start < Opening ? opening : later);
            }
        }
    }

    private void Learn(string words, int kind)
    {
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (_trie.Add(TextFold.Fold(word)) == _votes.Count)
            {
                _votes.Add((kind, word.Length > 2 ? LongWord : ShortWord));
            }
        }
    }
}
