using System.Runtime.CompilerServices;
using SentimentWatch.Models.Text;

namespace SentimentWatch.Models.Urgency;

/// <summary>
/// Cuts a long text into the windows in which urgency is judged, so that one dangerous sentence is not drowned by a page
/// around it. A short text is one window. Windows lie around danger words; a text without any is judged by its start.
/// </summary>
internal static class UrgencyWindows
{
    /// <summary>A text up to this many folded units is one window.</summary>
    public const int ShortText = 150;

    /// <summary>No window is longer.</summary>
    public const int Longest = ShortText;

    private const int Before = 50;
    private const int After = 90;
    private const int MostWindows = 6;

    /// <summary>Fills <paramref name="windows"/> with (start, end) pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Cut(FoldedText text, List<CueHit> hits, CueLexicon lexicon, List<(int Start, int End)> windows)
    {
        windows.Clear();
        if (text.Length <= ShortText)
        {
            windows.Add((0, text.Length));
            return;
        }
        windows.Add((0, Math.Min(text.Length, ShortText)));
        foreach (var hit in hits)
        {
            if (!lexicon.IsDanger(hit.Group) || hit.Start + hit.Length <= windows[^1].End - (Before / 2))
            {
                continue;
            }
            if (windows.Count == MostWindows)
            {
                break;
            }
            var start = SentenceStart(text.Units, Math.Max(windows[^1].Start + 1, hit.Start - Before), hit.Start);
            windows.Add((start, SentenceEnd(text.Units, hit.Start + hit.Length, Math.Min(text.Length, start + Before + After))));
        }
    }

    // The first sentence end after a place; the limit when there is none.
    private static int SentenceEnd(ReadOnlySpan<char> units, int from, int limit)
    {
        var end = units[from..limit].IndexOfAny(".!?;\u0001");
        return end < 0 ? limit : from + end + 1;
    }

    // The last sentence start between two places, or the first place when there is none.
    private static int SentenceStart(ReadOnlySpan<char> units, int from, int to)
    {
        var end = units[from..to].LastIndexOfAny(".!?;\u0001");
        return end < 0 ? from : from + end + 1;
    }
}
