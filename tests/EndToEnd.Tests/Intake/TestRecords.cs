using System.Text;
using System.Text.Json;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.EndToEnd.Tests.Intake;

/// <summary>Invented records and verdicts.</summary>
internal static class TestRecords
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(8));

    private static readonly string[] Matters = ["路灯坏了好几天，晚上看不清路", "楼下施工到半夜，睡不着", "公交站牌被挡住了", "想问医保怎么转移", "垃圾桶满了没人清"];

    public static SubmittedRecord Submitted(int number, string channel = Channels.Hotline, int version = 1, string? body = null, DateTimeOffset? at = null) => new()
    {
        Channel = channel,
        SourceId = $"T{number:000000}",
        Version = version,
        ReceivedAt = at ?? Noon.AddSeconds(number % 3_000),
        Title = $"第{number}件",
        Body = body ?? $"{Matters[number % Matters.Length]}，编号{number}。",
        Place = "幸福里",
        Kind = "complaint",
    };

    public static CitizenRecord Masked(int number, string channel = Channels.Hotline, int version = 1, string? body = null, DateTimeOffset? at = null) =>
        new Masker("test").Mask(Submitted(number, channel, version, body, at));

    public static JudgedRecord Judged(CitizenRecord record, bool needsReview = false, string level = "routine", string? danger = null) => new(
        record,
        new Verdict(
            record.Channel,
            record.SourceId,
            new SentimentVerdict("negative", 0.9f, 0.08f, 0.02f),
            new TopicVerdict("城乡建设", 0.75f, [new TopicScore("城乡建设", 0.75f), new TopicScore("环境保护", 0.2f)]),
            new UrgencyVerdict(level, level == "emergency" ? 0.97f : 0.01f, danger, level == "emergency" ? ["燃气泄漏"] : []),
            new RoutingDecision("zjj", ["jd-x"], "housing", "按内容", ["swj"], new PlaceMatch("jd-x", "幸福里", "estate")),
            needsReview,
            ["路灯"],
            "test.1"));

    public static Stream Ndjson(params IEnumerable<SubmittedRecord> records) =>
        Text(string.Join('\n', records.Select(record => JsonSerializer.Serialize(record, RecordsJson.Wire.SubmittedRecord))));

    public static Stream Text(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));
}
