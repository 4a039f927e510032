using SentimentWatch.Models.Urgency;
using SentimentWatch.Training.Corpus;

namespace SentimentWatch.Training.Urgency;

/// <summary>Everything urgency is trained on, and the hand-written part that is only measured.</summary>
internal static class UrgencyCorpus
{
    private const int NewsLength = 130;
    private const float OwnWeight = 2f;

    /// <summary>Hand-written lines: emergencies, same-day matters, hard negatives.</summary>
    public static List<UrgencyExample> HandWritten() =>
    [
        .. Read("emergencies", 2), .. Read("urgent", 1), .. Read("routine", 0),
        .. OwnData.Files("urgency/lines").SelectMany(Levelled),
    ];

    /// <summary>Lines that are only measured.</summary>
    public static List<UrgencyExample> Test() => Levelled("urgency/test.tsv");

    /// <summary>Generated and dressed texts from the given hand-written lines.</summary>
    public static List<UrgencyExample> Compose(IReadOnlyList<UrgencyExample> handWritten, int seed)
    {
        var generator = new UrgencyGenerator(Grammar.Read(), new Random(seed));
        var composed = new List<UrgencyExample>();
        foreach (var line in handWritten)
        {
            composed.AddRange(generator.Dress(line, line.Level == 1 ? 4 : 3));
        }
        composed.AddRange(generator.Emergencies(180));
        composed.AddRange(generator.NotNow(100));
        composed.AddRange(generator.Hazards(700));
        return composed;
    }

    /// <summary>Ordinary mail and microblogs as routine, and news of emergencies, from the data folder.</summary>
    public static List<UrgencyExample> FromData(string data)
    {
        var examples = new List<UrgencyExample>();
        examples.AddRange(TopicCorpus.Split(data, "train").Select(s => new UrgencyExample(0, "mail", s.Input.Body, "topic", 0.35f) { Title = s.Input.Title }));
        examples.AddRange(TopicCorpus.ExtraTitles(data).Select(s => new UrgencyExample(0, "mail", s.Input.Title!, "topic", 0.3f)));
        examples.AddRange(SentimentCorpus.Split(data, "train").Where((_, i) => i % 3 == 0).Select(s => new UrgencyExample(0, "microblog", s.Input.Body, "sentiment", 0.5f)));
        examples.AddRange(OwnOrdinary());
        var news = Path.Combine(data, "emergency", "news_emergencies.csv");
        if (File.Exists(news))
        {
            examples.AddRange(CsvTable.Read(news).Where(r => r["label"] != "地震")
                .Select(r => new UrgencyExample(2, "news", r["text"][..Math.Min(NewsLength, r["text"].Length)], "news", 0.3f)));
        }
        return examples;
    }

    // Own records of every office and topic, in the short words of a hotline; those of offices that meet real danger are left out.
    private static IEnumerable<UrgencyExample> OwnOrdinary() =>
    [
        .. OwnData.Fields("function-records.tsv").Where(f => f[0] is not ("utilities" or "emergency-management" or "fire-rescue" or "public-security" or "traffic-police"))
            .Select(f => new UrgencyExample(0, "civic", f[2], "function-records", OwnWeight) { Title = f[1] }),
        .. OwnData.Fields("topics.tsv").Select(f => new UrgencyExample(0, "civic", f[2], "topics", OwnWeight) { Title = f[1] }),
        .. OwnData.Fields("sentiment.tsv").Select(f => new UrgencyExample(0, "civic", f[2], "sentiment", OwnWeight)),
    ];

    private static List<UrgencyExample> Levelled(string name) =>
        [.. OwnData.Fields(name).Select((f, i) => new UrgencyExample(Array.IndexOf(UrgencyJudge.Labels, f[0]), f[1], f[2], $"{name}#{i}"))];

    private static IEnumerable<UrgencyExample> Read(string name, int level) =>
        OwnData.Fields($"urgency/{name}.txt").Select((f, i) => new UrgencyExample(level, f[0], f[1], $"{name}#{i}"));
}
