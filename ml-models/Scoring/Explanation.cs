using System.Runtime.CompilerServices;
using SentimentWatch.Models.Features;
using SentimentWatch.Models.Heads;
using SentimentWatch.Models.Text;
using SentimentWatch.Models.Urgency;

namespace SentimentWatch.Models;

/// <summary>Finds the words that carried a verdict, as they stand in the text.</summary>
internal static class Explanation
{
    private const int MostCues = 5;

    /// <summary>The strongest words that do not overlap, at most as many as there is room for; returns how many.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="reach">How many of its units are looked at.</param>
    /// <param name="features">Its scanned n-grams.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="column">The column of the label.</param>
    /// <param name="shortest">1 to take single characters too, else 2.</param>
    /// <param name="words">Takes weight, start and length, strongest first.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Strongest(
        FoldedText text, int reach, RecordFeatures features, WeightTable weights, int column, int shortest, Span<(float Weight, int Start, int Length)> words)
    {
        var units = text.Units[..Math.Min(text.Length, reach)];
        var count = 0;
        for (var i = 0; i < units.Length; i++)
        {
            if (!Tells(units[i]))
            {
                continue;
            }
            for (var length = 1; length <= GramKeys.Longest && i + length <= units.Length && Tells(units[i + length - 1]); length++)
            {
                var id = features.GramAt(i, length);
                if (id < 0)
                {
                    break;
                }
                if (length >= (FoldedText.IsEmoticon(units[i]) ? 1 : shortest) && weights.Weight(id, column) is var weight && weight > 0)
                {
                    Insert(words, ref count, (weight * length, i, length));
                }
            }
        }
        return count;
    }

    /// <summary>The cue words of a window: the kind's own first, then other dangers and what says that it is now.</summary>
    public static IReadOnlyList<string> Cues(FoldedText text, List<CueHit> hits, int start, int end, string kind, CueLexicon lexicon)
    {
        var own = lexicon.IndexOf(kind);
        return [.. hits
            .Where(h => h.Start >= start && h.Start + h.Length <= end)
            .Where(h => lexicon.IsDanger(h.Group) || lexicon.Groups[h.Group] is "@now" or "@victim" or "@alarm")
            .OrderBy(h => h.Group == own ? 0 : lexicon.IsDanger(h.Group) ? 1 : 2)
            .Select(h => text.Original(h.Start, h.Start + h.Length))
            .Distinct(StringComparer.Ordinal)
            .Take(MostCues)];
    }

    private static bool Tells(char unit) => unit is >= '\u4E00' and <= '\u9FFF' || FoldedText.IsEmoticon(unit);

    // Keeps the strongest words that do not overlap; a stronger one replaces those that it overlaps.
    private static void Insert(Span<(float Weight, int Start, int Length)> best, ref int count, (float Weight, int Start, int Length) word)
    {
        if (count == best.Length && best[count - 1].Weight >= word.Weight)
        {
            return;
        }
        for (var i = 0; i < count; i++)
        {
            if (word.Start < best[i].Start + best[i].Length && best[i].Start < word.Start + word.Length)
            {
                if (best[i].Weight >= word.Weight)
                {
                    return;
                }
                best[(i + 1)..count].CopyTo(best[i..]);
                count--;
                i--;
            }
        }
        var at = count < best.Length ? count++ : count - 1;
        best[at] = word;
        while (at > 0 && best[at].Weight > best[at - 1].Weight)
        {
            (best[at], best[at - 1]) = (best[at - 1], best[at]);
            at--;
        }
    }
}
