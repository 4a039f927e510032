using SentimentWatch.Models;

namespace SentimentWatch.Training.Corpus;

/// <summary>Microblogs with a sentiment.</summary>
internal static class SentimentCorpus
{
    /// <summary>Labels, in the order of <see cref="SentimentScores"/>.</summary>
    public static readonly string[] Labels = ["negative", "neutral", "positive"];

    /// <summary>One split: train, valid or test.</summary>
    public static List<Sample> Split(string data, string name) =>
        [.. CsvTable.Read(Path.Combine(data, "sentiment", name + ".csv"))
            .Select(r => new Sample(r["id"], new JudgeInput(null, r["text"], "weibo"), Array.IndexOf(Labels, r["label"])))];
}
