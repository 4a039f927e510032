using SentimentWatch.Models.Heads;
using SentimentWatch.Training.Heads;

namespace SentimentWatch.Training.Urgency;

/// <summary>
/// Cross-validation of urgency over the hand-written lines: each is judged by a head that saw neither it nor a dressed copy of it.
/// Temperature and threshold are chosen here, never on the lines that are only measured.
/// </summary>
internal sealed class UrgencyFolds
{
    private const int Folds = 3;
    private const int Emergency = 2;

    // Missing an emergency costs 20 times a false alarm.
    private const double MissCost = 20;

    // A desk that is called out wrongly more often than once in ten stops coming.
    private const double LeastPrecision = 0.9;

    private UrgencyFolds(List<(float[] Scores, int Label)> scores)
    {
        Temperature = Calibration.Temperature(scores);
        var answers = scores.Select(s =>
        {
            var probabilities = (float[])s.Scores.Clone();
            Softmax.Apply(probabilities, Temperature);
            return (Probability: probabilities[Emergency], Is: s.Label == Emergency);
        }).OrderByDescending(a => a.Probability).ToList();
        (Threshold, Recall, Precision) = Choose(answers);
    }

    /// <summary>Temperature with the least loss.</summary>
    public float Temperature { get; }

    /// <summary>The threshold of least cost at which precision still holds.</summary>
    public double Threshold { get; }

    /// <summary>Recall of emergencies at the threshold, without the readable rules.</summary>
    public double Recall { get; }

    /// <summary>Precision of emergencies at the threshold, without the readable rules.</summary>
    public double Precision { get; }

    /// <summary>Runs the folds.</summary>
    public static UrgencyFolds Run(Corpora corpora, RowMaker rows, int seed, Func<SparseRow[], FloatHead> fit)
    {
        var scores = new List<(float[] Scores, int Label)>();
        var ordinary = rows.Windows(corpora.UrgencyOrdinary);
        for (var fold = 0; fold < Folds; fold++)
        {
            var composed = UrgencyCorpus.Compose([.. corpora.UrgencyLines.Where((_, i) => i % Folds != fold)], seed);
            var head = fit([.. rows.Windows(composed), .. ordinary]);
            foreach (var line in corpora.UrgencyLines.Where((_, i) => i % Folds == fold))
            {
                // The window that cries loudest speaks for the text, as in scoring.
                scores.Add((rows.Windows([line]).Select(head.Scores).MaxBy(s => s[Emergency] - Math.Max(s[0], s[1]))!, line.Level));
            }
        }
        return new UrgencyFolds(scores);
    }

    private static (double Threshold, double Recall, double Precision) Choose(List<(float Probability, bool Is)> answers)
    {
        var all = answers.Count(a => a.Is);
        var (best, cost) = ((Threshold: 1.0, Recall: 0.0, Precision: 1.0), double.MaxValue);
        var (found, wrong) = (0, 0);
        foreach (var (probability, isEmergency) in answers)
        {
            found += isEmergency ? 1 : 0;
            wrong += isEmergency ? 0 : 1;
            var precision = found / (double)(found + wrong);
            var price = (MissCost * (all - found)) + wrong;
            if (precision >= LeastPrecision && price < cost)
            {
                (best, cost) = ((probability, found / (double)all, precision), price);
            }
        }
        return best;
    }
}
