using System.Runtime.InteropServices;
using SentimentWatch.Models.Features;
using SentimentWatch.Models.Heads;
using SentimentWatch.Models.Text;

namespace SentimentWatch.Models.Urgency;

/// <summary>Judges urgency: the trained head on every window, then the readable rules of <see cref="UrgencyRules"/>.</summary>
internal sealed class UrgencyJudge(LinearHead head, CueLexicon lexicon)
{
    /// <summary>Labels of the head, in this order.</summary>
    public static readonly string[] Labels = ["routine", "urgent", "emergency"];

    /// <summary>Working memory of one caller at a time.</summary>
    internal sealed class Scratch
    {
        public List<CueHit> Hits { get; } = [];

        public List<CueHit> InWindow { get; } = [];

        public List<(int Start, int End)> Windows { get; } = [];

        public FeatureBag Bag { get; } = new();
    }

    /// <summary>What the best window says.</summary>
    /// <param name="Emergency">Probability of an emergency after the rules.</param>
    /// <param name="Urgent">Probability that it is at least urgent after the rules.</param>
    /// <param name="Start">Start of the window that decided.</param>
    /// <param name="End">End of the window that decided.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Score(float Emergency, float Urgent, int Start, int End);

    /// <summary>The cue lexicon in use.</summary>
    public CueLexicon Lexicon => lexicon;

    /// <summary>Scores a folded text.</summary>
    public Score Judge(FoldedText text, Scratch scratch)
    {
        scratch.Hits.Clear();
        lexicon.Find(text.Units, scratch.Hits);
        UrgencyWindows.Cut(text, scratch.Hits, lexicon, scratch.Windows);
        var best = new Score(-1, -1, 0, 0);
        Span<float> probabilities = stackalloc float[3];
        foreach (var (start, end) in scratch.Windows)
        {
            Fill(text, start, end, scratch, lexicon);
            head.Score(scratch.Bag, probabilities);
            var score = UrgencyRules.Apply(
                new Score(probabilities[2], probabilities[1] + probabilities[2], start, end), scratch.InWindow, lexicon);
            if (score.Emergency > best.Emergency || (score.Emergency > best.Emergency - 0.05f && score.Urgent > best.Urgent))
            {
                best = best.Emergency > score.Emergency ? score with { Emergency = best.Emergency } : score;
            }
        }
        return best;
    }

    /// <summary>Fills the bag with the features of one window.</summary>
    internal static void Fill(FoldedText text, int start, int end, Scratch scratch, CueLexicon lexicon)
    {
        scratch.InWindow.Clear();
        var groups = 0UL;
        foreach (var hit in scratch.Hits)
        {
            if (hit.Start >= start && hit.Start + hit.Length <= end)
            {
                groups |= 1UL << hit.Group;
                scratch.InWindow.Add(hit);
            }
        }
        Span<int> present = stackalloc int[64];
        var count = 0;
        for (var g = 0; g < lexicon.Groups.Count; g++)
        {
            if ((groups & (1UL << g)) != 0)
            {
                present[count++] = g;
            }
        }
        Featurizer.Window(text.Units[start..end], present[..count], scratch.Bag);
    }
}
