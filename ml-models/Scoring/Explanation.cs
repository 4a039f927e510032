using SentimentWatch.Models.Features;
using SentimentWatch.Models.Heads;
using SentimentWatch.Models.Text;
using SentimentWatch.Models.Urgency;

namespace SentimentWatch.Models;

/// <summary>Finds the words that carried a verdict, as they stand in the text.</summary>
internal static class Explanation
{
    private const int MostWords = 3;
    private const int MostCues = 5;
    private const int Reach = 120;

    /// <summary>The two- to four-character words of the first 120 characters that spoke most for a label.</summary>
    public static IReadOnlyList<string> Words(FoldedText text, LinearHead head, string label)
    {
        var units = text.Units[..Math.Min(text.Length, Reach)];
        var labelIndex = Array.IndexOf(head.Spec.Labels, label);
        Span<(float Weight, int Start, int Length)> best = stackalloc (float, int, int)[MostWords];
        best.Clear();
        var count = 0;
        for (var i = 0; i < units.Length; i++)
        {
            for (var length = 2; length <= Featurizer.LongestGram && i + length <= units.Length; length++)
            {
                if (!IsHan(units[i + length - 1]) || !IsHan(units[i]))
                {
                    break;
                }
                var weight = head.Weight(Featurizer.GramKey(units.Slice(i, length)), labelIndex);
                if (weight > 0)
                {
                    Insert(best, ref count, (weight, i, length));
                }
            }
        }
        var words = new string[count];
        for (var i = 0; i < count; i++)
        {
            words[i] = text.Original(best[i].Start, best[i].Start + best[i].Length);
        }
        return words;
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

    private static bool IsHan(char unit) => unit is >= '\u4E00' and <= '\u9FFF';

    // Keeps the strongest words that do not overlap; a stronger one replaces those that it overlaps.
    private static void Insert(Span<(float Weight, int Start, int Length)> best, ref int count, (float Weight, int Start, int Length) word)
    {
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
        if (count == best.Length && best[count - 1].Weight >= word.Weight)
        {
            return;
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
