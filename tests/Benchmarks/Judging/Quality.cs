namespace SentimentWatch.Benchmarks.Judging;

/// <summary>How often answers are right.</summary>
/// <param name="Accuracy">Share of right answers, 0 to 1.</param>
/// <param name="MacroF1">Mean of the F1 of the labels that the right answers hold, 0 to 1. An answer that is none of them counts as wrong.</param>
internal sealed record Quality(double Accuracy, double MacroF1)
{
    /// <summary>Measures pairs of a right answer and a given one.</summary>
    public static Quality Of(IReadOnlyCollection<(string Right, string Given)> pairs)
    {
        var hits = pairs.Count(p => p.Right == p.Given);
        var scores = pairs.Select(p => p.Right).Distinct(StringComparer.Ordinal).Select(label =>
        {
            var both = pairs.Count(p => p.Right == label && p.Given == label);
            return 2.0 * both / (pairs.Count(p => p.Right == label) + pairs.Count(p => p.Given == label));
        });
        return new Quality((double)hits / pairs.Count, scores.Average());
    }
}
