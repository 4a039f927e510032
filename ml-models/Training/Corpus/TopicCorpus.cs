using SentimentWatch.Models;

namespace SentimentWatch.Training.Corpus;

/// <summary>Messages with a platform category.</summary>
internal static class TopicCorpus
{
    /// <summary>The seven platform categories and the rest.</summary>
    public static readonly string[] Labels = ["城乡建设", "环境保护", "交通运输", "教育文体", "劳动和社会保障", "商贸旅游", "卫生计生", "其他"];

    /// <summary>Index of the rest.</summary>
    public const int Other = 7;

    /// <summary>One split: train, valid or test.</summary>
    public static List<Sample> Split(string data, string name) =>
        [.. CsvTable.Read(Path.Combine(data, "topic", name + ".csv"))
            .Select(r => new Sample(r["id"], new JudgeInput(r["title"], r["detail"], "minsheng"), Array.IndexOf(Labels, r["label"])))];

    /// <summary>Titles without a text; none of them is in valid or test.</summary>
    public static List<Sample> ExtraTitles(string data) =>
        [.. CsvTable.Read(Path.Combine(data, "topic", "extra_titles.csv"))
            .Select(r => new Sample(r["id"], new JudgeInput(r["title"], "", "minsheng"), Array.IndexOf(Labels, r["label"])))];

    /// <summary>Ids of the test rows without a near twin in train.</summary>
    public static HashSet<string> NonNearIds(string data) =>
        [.. CsvTable.Read(Path.Combine(data, "topic", "test_nonear_ids.csv")).Select(r => r["id"])];
}
