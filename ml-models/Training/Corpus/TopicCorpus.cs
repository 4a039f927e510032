using SentimentWatch.Models;

namespace SentimentWatch.Training.Corpus;

/// <summary>Messages with a platform category.</summary>
internal static class TopicCorpus
{
    /// <summary>The seven categories of the platform's data, then the civic ones that it lacks.</summary>
    public static readonly string[] Labels =
    [
        "城乡建设", "环境保护", "交通运输", "教育文体", "劳动和社会保障", "商贸旅游", "卫生计生",
        "公安户籍", "民政社保救助", "自然资源", "政务服务", "农业农村", "其他",
    ];

    /// <summary>Number of categories that the platform's data has.</summary>
    public const int Platform = 7;

    // Functions whose answered messages belong to a civic category.
    private static readonly Dictionary<string, string> CivicOf = new(StringComparer.Ordinal)
    {
        ["public-security"] = "公安户籍", ["civil-affairs"] = "民政社保救助", ["veterans"] = "民政社保救助",
        ["natural-resources"] = "自然资源", ["data-services"] = "政务服务", ["petition-office"] = "政务服务",
        ["justice"] = "其他", ["tax"] = "其他", ["finance"] = "其他",
    };

    /// <summary>Own records of the civic categories.</summary>
    public static List<Sample> OwnCivic() =>
        [.. OwnData.Fields("topics.tsv").Select(f => new Sample("own", new JudgeInput(f[1], f[2], "minsheng"), Index(f[0])))];

    /// <summary>Answered messages whose department stands for a civic category.</summary>
    public static List<Sample> CivicReplies(IEnumerable<Sample> replies) =>
        [.. replies.Where(r => CivicOf.ContainsKey(FunctionCorpus.Labels[r.Label])).Select(r => r with { Label = Index(CivicOf[FunctionCorpus.Labels[r.Label]]) })];

    private static int Index(string label) => Array.IndexOf(Labels, label) is >= 0 and var index
        ? index
        : throw new TrainingException($"Topic {label} in Data/topics.tsv is not one of the known topics; correct it there.");

    /// <summary>One split: train, valid or test.</summary>
    public static List<Sample> Split(string data, string name) =>
        [.. CsvTable.Read(Path.Combine(data, "topic", name + ".csv"))
            .Select(r => new Sample(r["id"], new JudgeInput(r["title"], r["detail"], "minsheng"), Array.IndexOf(Labels, r["label"])))];

    /// <summary>The same messages by their titles alone, as a short post or call would give them.</summary>
    public static List<Sample> TitlesOf(IEnumerable<Sample> messages) =>
        [.. messages.Select(m => m with { Input = m.Input with { Body = "" } })];

    /// <summary>Titles without a text; none of them is in valid or test.</summary>
    public static List<Sample> ExtraTitles(string data) =>
        [.. CsvTable.Read(Path.Combine(data, "topic", "extra_titles.csv"))
            .Select(r => new Sample(r["id"], new JudgeInput(r["title"], "", "minsheng"), Array.IndexOf(Labels, r["label"])))];

    /// <summary>Ids of the test rows without a near twin in train.</summary>
    public static HashSet<string> NonNearIds(string data) =>
        [.. CsvTable.Read(Path.Combine(data, "topic", "test_nonear_ids.csv")).Select(r => r["id"])];
}
