using System.Globalization;

namespace SentimentWatch.Training.Report;

/// <summary>Keeps the counts of the training data beside the model, so that a partial training can still write the whole card.</summary>
internal static class TrainingCounts
{
    private const string FileName = "training-data.tsv";

    /// <summary>Writes the counts.</summary>
    public static void Write(string folder, IReadOnlyDictionary<string, int> counts) =>
        File.WriteAllLines(Path.Combine(folder, FileName), counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}\t{c.Value}")));

    /// <summary>Reads them; empty when there are none.</summary>
    public static IReadOnlyList<string[]> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? [.. File.ReadLines(path).Select(l => l.Split('\t'))] : [];
    }
}
