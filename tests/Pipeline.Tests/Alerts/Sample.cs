using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Tests.Alerts;

/// <summary>Invented judged records.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(8));

    public static readonly PlaceMatch Square = new("honglou", "洪楼广场", "landmark");

    public static PartContext Part(int number = 0, bool replayed = false) => new("b1", number, Noon.AddHours(1), replayed);

    public static JudgedRecord Judged(
        string id = "1",
        string level = "emergency",
        float probability = 0.9f,
        string? kind = "gas-leak",
        string lead = "zjj",
        PlaceMatch? place = null,
        bool placed = true,
        DateTimeOffset? received = null,
        string channel = "hotline",
        string body = "洪楼广场东侧燃气味很大，快派人来",
        string[]? support = null,
        string[]? recused = null,
        string? address = null)
    {
        var record = new CitizenRecord { Channel = channel, SourceId = id, ReceivedAt = received ?? Noon, Body = body, Place = address };
        return new JudgedRecord(record, new Verdict(
            channel,
            id,
            new SentimentVerdict("negative", 0.9f, 0.1f, 0),
            new TopicVerdict("城乡建设", 0.9f, []),
            new UrgencyVerdict(level, probability, level == "routine" ? null : kind, ["燃气味"]),
            new RoutingDecision(lead, support ?? ["honglou"], "housing", "燃气安全由住建部门主管。", recused ?? [], placed ? place ?? Square : null),
            false,
            [],
            "test"));
    }
}

/// <summary>A roster of two.</summary>
internal sealed class Names : IUnitNames
{
    public string NameOf(string code) => code switch
    {
        "zjj" => "区住房城乡建设局",
        "honglou" => "洪家楼街道办事处",
        _ => code,
    };

    public string? ParentOf(string code) => null;

    public bool IsKnown(string code) => NameOf(code) != code;

    public string? CodeOf(string? name) => name switch
    {
        "住建局" or "区住房城乡建设局" => "zjj",
        "洪家楼街道" or "洪家楼街道办事处" => "honglou",
        _ => null,
    };
}
