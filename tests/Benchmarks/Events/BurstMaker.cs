using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Benchmarks.Events;

/// <summary>Makes records of invented matters, told in the registers of the six channels. The same seed makes the same records.</summary>
internal sealed class BurstMaker(IReadOnlyList<InventedText> texts, NameMaker names, Random random)
{
    private static readonly string[] Openings = ["", "", "", "你好，", "麻烦看一下，", "再次反映：", "替邻居问一句，", "忍了很久了，"];
    private static readonly string[] Endings = ["", "", "", "盼回复。", "谢谢！", "有没有人管管？", "到底归谁管？", "都好多天了。", "附近的人都很有意见。", "希望尽快解决。"];
    private static readonly string[] Tags = ["", "", " #历城身边事#", " @历城发布", " #民生#", "[怒][怒]"];

    /// <summary>The kinds of trouble.</summary>
    public IReadOnlyList<string> AllKinds { get; } = [.. texts.Select(t => t.Kind).Distinct()];

    /// <summary>A new matter of a kind.</summary>
    public InventedMatter Matter(int number, string kind)
    {
        var (name, shortName) = names.Make(kind, texts.First(t => t.Kind == kind).Sort);
        return new InventedMatter(number, kind, name, shortName);
    }

    /// <summary>Records that tell of a matter: one text after another, then from the beginning with other words around.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="count">How many records.</param>
    /// <param name="start">When the first may come.</param>
    /// <param name="days">Over how many days they come.</param>
    public IEnumerable<SubmittedRecord> Tell(InventedMatter matter, int count, DateTimeOffset start, double days)
    {
        var kinds = texts.Where(t => t.Kind == matter.Kind).ToArray();
        random.Shuffle(kinds);
        for (var i = 0; i < count; i++)
        {
            yield return Record(matter, kinds[i % kinds.Length], $"{matter.Number}-{i}", start.AddDays(random.NextDouble() * days));
        }
    }

    /// <summary>A matter told once in each register.</summary>
    public IEnumerable<SubmittedRecord> TellInSixRegisters(InventedMatter matter, DateTimeOffset start, double days) =>
        texts.Where(t => t.Kind == matter.Kind).DistinctBy(t => t.Register).Select((text, i) =>
            Record(matter, text, $"{matter.Number}-{i}", start.AddDays(random.NextDouble() * days)));

    /// <summary>A record of another kind of trouble at the same place, or null when no other kind fits its sort of name.</summary>
    public SubmittedRecord? SamePlaceOtherTrouble(InventedMatter matter, string id, DateTimeOffset at)
    {
        var sort = texts.First(t => t.Kind == matter.Kind).Sort;
        var others = texts.Where(t => t.Sort == sort && sort != "firm" && t.Kind != matter.Kind).ToArray();
        return others.Length == 0 ? null : Record(matter, others[random.Next(others.Length)], id, at);
    }

    private SubmittedRecord Record(InventedMatter matter, InventedText text, string id, DateTimeOffset at)
    {
        var name = random.Next(3) == 0 ? matter.ShortName : matter.Name;
        var body = text.Text.Replace("{P}", name, StringComparison.Ordinal);
        var channel = text.Register == "radio" ? Channels.Minsheng : text.Register;
        body = text.Register switch
        {
            "weibo" => body + Tags[random.Next(Tags.Length)],
            "petition" => "尊敬的领导：\n" + body + "\n此致敬礼",
            _ => Openings[random.Next(Openings.Length)] + body + Endings[random.Next(Endings.Length)],
        };
        return new SubmittedRecord
        {
            Channel = channel,
            SourceId = $"burst-{id}",
            ReceivedAt = at,
            Title = text.Register == "petition" ? $"关于{name}有关问题的信访件" : null,
            Body = body,
            CallerFields = [$"caller-{matter.Number}-{random.Next(200)}"],
        };
    }
}
