using SentimentWatch.Models;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Tests.Routing;

/// <summary>The shipped district, and records and judgements made up for it.</summary>
internal static class Licheng
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Districts", "licheng");

    public static District District { get; } = District.Load(Folder);

    public static Router Router { get; } = new(District);

    public static Judgement Routine { get; } = Judged("routine", null);

    public static Judgement Judged(string level, string? kind, float probability = 0.01f, params LabelScore[] functions) =>
        new(new SentimentScores(0.8f, 0.15f, 0.05f), [new LabelScore("other", 0.6f)], functions, new UrgencyJudgement(level, probability, kind, []), false, []);

    public static CitizenRecord Record(string body, string? title = null, string? kind = null, string? namedUnit = null, string? place = null) => new()
    {
        Channel = Channels.Hotline,
        SourceId = "t-1",
        ReceivedAt = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(8)),
        Title = title,
        Body = body,
        Kind = kind,
        NamedUnit = namedUnit,
        Place = place,
    };

    public static Verdict Route(CitizenRecord record, Judgement judgement) => Router.Route(record, judgement, "test");

    public static RoutingDecision Route(string body, string? title = null, string? kind = null, string? namedUnit = null, string? place = null) =>
        Router.Route(Record(body, title, kind, namedUnit, place), Routine, "test").Routing;
}
