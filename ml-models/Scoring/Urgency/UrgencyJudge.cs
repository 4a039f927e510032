using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SentimentWatch.Models.Features;
using SentimentWatch.Models.Heads;
using SentimentWatch.Models.Text;

namespace SentimentWatch.Models.Urgency;

/// <summary>Judges urgency: the trained head on every window, then the readable rules of <see cref="UrgencyRules"/>.</summary>
internal sealed class UrgencyJudge(ModelContent model, CueLexicon lexicon)
{
    /// <summary>Labels of the head, in this order.</summary>
    public static readonly string[] Labels = ["routine", "urgent", "emergency"];

    private readonly HeadSpec _head = model.Heads["urgency"];
    private readonly CueFeatures _cues = new(model.Vocabulary, lexicon);

    /// <summary>Working memory of one caller at a time.</summary>
    internal sealed class Scratch
    {
        public List<CueHit> Hits { get; } = [];

        public List<CueHit> InWindow { get; } = [];

        public List<(int Start, int End)> Windows { get; } = [];

        public int[] Grams { get; } = new int[(UrgencyWindows.Longest * GramKeys.Longest) + 1];

        public int[] Cues { get; } = new int[64 * 64];
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

    /// <summary>Scores a folded text whose n-grams have been scanned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Score Judge(FoldedText text, RecordFeatures features, Scratch scratch)
    {
        scratch.Hits.Clear();
        lexicon.Find(text.Units, scratch.Hits);
        UrgencyWindows.Cut(text, scratch.Hits, lexicon, scratch.Windows);
        var best = new Score(-1, -1, 0, 0);
        Span<float> probabilities = stackalloc float[3];
        foreach (var (start, end) in scratch.Windows)
        {
            Probabilities(features, start, end, scratch, probabilities);
            var score = UrgencyRules.Apply(
                new Score(probabilities[2], probabilities[1] + probabilities[2], start, end), scratch.InWindow, lexicon);
            if (score.Emergency > best.Emergency || (score.Emergency > best.Emergency - 0.05f && score.Urgent > best.Urgent))
            {
                best = best.Emergency > score.Emergency ? score with { Emergency = best.Emergency } : score;
            }
        }
        return best;
    }

    /// <summary>Fills the features of one window into the scratch; returns how many n-grams and how many cues.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static (int Grams, int Cues) Fill(
        RecordFeatures features, int start, int end, Scratch scratch, CueFeatures cues)
    {
        scratch.InWindow.Clear();
        var present = 0UL;
        foreach (var hit in scratch.Hits)
        {
            if (hit.Start >= start && hit.Start + hit.Length <= end)
            {
                present |= 1UL << hit.Group;
                scratch.InWindow.Add(hit);
            }
        }
        return (features.Window(start, end, scratch.Grams), cues.Fill(present, scratch.Cues));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Probabilities(RecordFeatures features, int start, int end, Scratch scratch, Span<float> probabilities)
    {
        var (grams, cues) = Fill(features, start, end, scratch, _cues);
        Span<float> gramSums = stackalloc float[WeightTable.Columns];
        Span<float> cueSums = stackalloc float[WeightTable.Columns];
        var column = _head.Column / 8 * 8;
        model.Weights.SumEight(scratch.Grams.AsSpan(0, grams), column, gramSums);
        model.Weights.SumEight(scratch.Cues.AsSpan(0, cues), column, cueSums);
        var norms = Norms.Window(grams, cues);
        _head.Scores(gramSums, norms.First, cueSums, norms.Second, probabilities);
        Softmax.Apply(probabilities, _head.Temperature);
    }
}
