namespace SentimentWatch.Training.Report;

/// <summary>How well a head did on labelled texts.</summary>
internal sealed class HeadReport(string[] labels)
{
    private const int Bins = 15;
    private readonly int[,] _confusion = new int[labels.Length, labels.Length];
    private readonly List<(float Confidence, bool Right)> _answers = [];

    /// <summary>Labels in order.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>Number of texts.</summary>
    public int Count => _answers.Count;

    /// <summary>Share of right answers.</summary>
    public double Accuracy => Count == 0 ? 0 : _answers.Count(a => a.Right) / (double)Count;

    /// <summary>Mean F1 over the labels that occur.</summary>
    public double MacroF1 => Count == 0 ? 0 : Present().Average(c => F1(c));

    /// <summary>Expected calibration error over 15 bins.</summary>
    public double CalibrationError =>
        Reliability().Sum(b => b.Count / (double)Math.Max(1, Count) * Math.Abs(b.Accuracy - b.Confidence));

    /// <summary>Adds one answer.</summary>
    public void Add(int truth, int answer, float confidence)
    {
        _confusion[truth, answer]++;
        _answers.Add((confidence, truth == answer));
    }

    /// <summary>Texts of label <paramref name="truth"/> answered with <paramref name="answer"/>.</summary>
    public int Confused(int truth, int answer) => _confusion[truth, answer];

    /// <summary>Labels that occur in the texts.</summary>
    public IEnumerable<int> Present() => Enumerable.Range(0, labels.Length).Where(c => Support(c) > 0);

    /// <summary>Number of texts of a label.</summary>
    public int Support(int label) => Enumerable.Range(0, labels.Length).Sum(c => _confusion[label, c]);

    /// <summary>Share of a label's texts that were found.</summary>
    public double Recall(int label) => Support(label) == 0 ? 0 : _confusion[label, label] / (double)Support(label);

    /// <summary>Share of the answers with a label that were right.</summary>
    public double Precision(int label)
    {
        var answered = Enumerable.Range(0, labels.Length).Sum(c => _confusion[c, label]);
        return answered == 0 ? 0 : _confusion[label, label] / (double)answered;
    }

    /// <summary>Accuracy on the most confident share of the texts.</summary>
    public double AccuracyOfMostConfident(double share)
    {
        var kept = _answers.OrderByDescending(a => a.Confidence).Take((int)(Count * share)).ToList();
        return kept.Count == 0 ? 0 : kept.Count(a => a.Right) / (double)kept.Count;
    }

    /// <summary>Mean confidence and accuracy of every bin that holds an answer.</summary>
    public IEnumerable<(double Confidence, double Accuracy, int Count)> Reliability() =>
        _answers.GroupBy(a => Math.Min(Bins - 1, (int)(a.Confidence * Bins))).OrderBy(g => g.Key)
            .Select(g => ((double)g.Average(a => a.Confidence), g.Count(a => a.Right) / (double)g.Count(), g.Count()));

    private double F1(int label)
    {
        var (precision, recall) = (Precision(label), Recall(label));
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
