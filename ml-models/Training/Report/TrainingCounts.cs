using System.Globalization;

namespace SentimentWatch.Training.Report;

/// <summary>Keeps the counts of the training data beside the model, so that a partial training can still write the whole card.</summary>
internal static class TrainingCounts
{
    private const string FileName = "training-data.tsv";

    /// <summary>Writes the counts; those of heads not trained this time stay.</summary>
    public static void Write(string folder, IReadOnlyDictionary<string, int> counts)
    {
        var heads = counts.Keys.Select(Head).ToHashSet(StringComparer.Ordinal);
        var kept = Read(folder).Where(part => !heads.Contains(Head(part[0]))).Select(part => string.Join('\t', part));
        File.WriteAllLines(
            Path.Combine(folder, FileName),
            kept.ToList().Concat(counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}\t{c.Value}"))).Order(StringComparer.Ordinal));
    }

    private static string Head(string part) => part.Split(':')[0];

    /// <summary>Reads them; empty when there are none.</summary>
    public static IReadOnlyList<string[]> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? [.. File.ReadLines(path).Select(l => l.Split('\t'))] : [];
    }
}
