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

    // Every fifth own text is only measured.
    private const int TestEvery = 5;

    /// <summary>Own texts to learn from. A text that is merely negative counts as angry.</summary>
    public static List<Sample> Own(bool byMood) =>
        [.. ReadOwn().Where((_, i) => i % TestEvery != 0).Select(s => byMood ? s with { Label = MoodOf(s.Label) } : s)];

    /// <summary>Own texts that are only measured.</summary>
    public static List<Sample> OwnTest() => [.. ReadOwn().Where((_, i) => i % TestEvery == 0)];

    /// <summary>The mood that a sentiment alone stands for.</summary>
    public static int MoodOf(int sentiment) => sentiment switch { 0 => 0, 1 => 3, _ => 4 };

    /// <summary>One split: train, valid or test.</summary>
    public static List<Sample> Split(string data, string name) =>
        [.. CsvTable.Read(Path.Combine(data, "sentiment", name + ".csv"))
            .Select(r => new Sample(r["id"], new JudgeInput(null, r["text"], "weibo"), Array.IndexOf(Labels, r["label"])))];

    private static IEnumerable<Sample> ReadOwn() => OwnData.Fields("sentiment.tsv").Select(f =>
        new Sample("own", new JudgeInput(null, f[2], f[1]), Array.IndexOf(Labels, f[0]) is >= 0 and var label
            ? label
            : throw new TrainingException($"Sentiment {f[0]} in Data/sentiment.tsv is not one of negative, neutral and positive; correct it there.")));
}
