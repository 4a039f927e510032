using SentimentWatch.Models;

namespace SentimentWatch.Training.Corpus;

/// <summary>Microblogs with a sentiment.</summary>
internal static class SentimentCorpus
{
    /// <summary>Labels, in the order of <see cref="SentimentScores"/>.</summary>
    public static readonly string[] Labels = ["negative", "neutral", "positive"];

    /// <summary>The finer moods of the data, in the order of the sentiment head's columns.</summary>
    private static readonly string[] Moods = ["angry", "fear", "sad", "neutral", "happy"];

    /// <summary>The same texts with their finer mood as the label.</summary>
    public static List<Sample> SplitByMood(string data, string name) =>
        [.. CsvTable.Read(Path.Combine(data, "sentiment", name + ".csv"))
            .Select(r => new Sample(r["id"], new JudgeInput(null, r["text"], "weibo"), Array.IndexOf(Moods, r["emotion"])))];

    /// <summary>Own texts: sentiment, channel, text. A text that is merely negative counts as angry.</summary>
    public static List<Sample> Own(bool byMood) =>
        [.. OwnData.Fields("sentiment.tsv").Select(f => new Sample(
            "own", new JudgeInput(null, f[2], f[1]), byMood ? MoodOf(Array.IndexOf(Labels, f[0])) : Array.IndexOf(Labels, f[0])))];

    /// <summary>The mood that a sentiment alone stands for.</summary>
    public static int MoodOf(int sentiment) => sentiment switch { 0 => 0, 1 => 3, _ => 4 };

    /// <summary>One split: train, valid or test.</summary>
    public static List<Sample> Split(string data, string name) =>
        [.. CsvTable.Read(Path.Combine(data, "sentiment", name + ".csv"))
            .Select(r => new Sample(r["id"], new JudgeInput(null, r["text"], "weibo"), Array.IndexOf(Labels, r["label"])))];
}
