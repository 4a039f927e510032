using SentimentWatch.Console.Data;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Console.Tests.Support;

/// <summary>Invented matters of a day; nobody and nothing in them is real.</summary>
public static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 30, 0, TimeSpan.Zero);

    public static Alert Alert(string id, string unit, string level = "red", string title = "洪家楼街道 燃气泄漏", params string[] recused) => new()
    {
        Id = id,
        Unit = unit,
        Level = level,
        Title = title,
        Support = ["hongjialou"],
        Recused = recused,
        Excerpt = "楼道里燃气味很重，物业电话没人接，楼上还有老人。",
        Place = "洪家楼广场",
        Why = "燃气泄漏危及人身安全，列为红色；地点在洪家楼街道，由燃气经营单位主办。",
        DayStart = Now.AddHours(-10.5),
        OpenedAt = Now.AddMinutes(-12),
        AcknowledgeBy = Now.AddMinutes(3),
        RecordCount = 2,
        Channels = [Channels.Hotline, Channels.Weibo],
    };

    /// <summary>An alert that was acknowledged in time and then let lapse.</summary>
    public static Alert Lapsed(string id, string unit, string title = "王舍人街道 供暖中断", int days = 3, string level = "yellow", string? card = "red") => Alert(id, unit, level, title) with
    {
        State = AlertState.Handling,
        OpenedAt = Now.AddDays(-9),
        AcknowledgeBy = Now.AddDays(-9).AddHours(2),
        AcknowledgedAt = Now.AddDays(-9).AddHours(1),
        Deadlines =
        [
            new AlertDeadline("hotline.reply", Now.AddDays(-9), Now.AddDays(-days), AlertStop.Closed, []),
            new AlertDeadline("opinion.response", Now.AddDays(-9), Now.AddDays(-7), AlertStop.Answered, []),
        ],
        EscalatedTo = ["yjj"],
        Card = card,
        Supervised = card == "red",
    };

    /// <summary>An event of the records <paramref name="ids"/> of the hotline.</summary>
    public static StoredEvent Event(string id, string title = "锦泊花园小区电梯频繁故障困人", string level = "orange", params string[] ids) => new(id)
    {
        Title = title,
        Terms = ["锦泊花园", "电梯", "困人"],
        Level = level,
        Lead = "zjj",
        Channels = [Channels.Hotline, Channels.Weibo, Channels.Petition],
        Why = "7 天内 5 人经 3 个渠道反映，此前无人反映，共 5 件",
        State = "growing",
        RaisedAt = Now.AddDays(-1),
        FirstAt = Now.AddDays(-2),
        LastAt = Now.AddMinutes(-40),
        RecordCount = Math.Max(5, ids.Length),
        Voices = 5,
        Members = [.. ids.Select(record => new EventMember(Channels.Hotline, record, new DateOnly(2026, 11, 24)))],
    };

    public static StoredRecord Record(
        string id, string lead, string body, string? title = null, string urgency = "routine", string mood = "negative", string channel = Channels.Hotline, params string[] recused) => new(
            new CitizenRecord
            {
                Channel = channel, SourceId = id, ReceivedAt = Now.AddMinutes(-40), Title = title, Body = body, Kind = "complaint", Place = "洪家楼街道花园路",
                Url = channel == Channels.Weibo ? "https://weibo.example/post/1" : null,
                Reach = channel == Channels.Weibo ? new Reach(120, 34, 8, 900) : null,
            },
            new Verdict(
                channel,
                id,
                new SentimentVerdict(mood, mood == "negative" ? .91f : .05f, .06f, mood == "positive" ? .89f : .03f),
                new TopicVerdict("城乡建设", .88f, [new TopicScore("城乡建设", .88f), new TopicScore("环境保护", .07f)]),
                new UrgencyVerdict(urgency, urgency == "emergency" ? .97f : .02f, null, urgency == "routine" ? [] : ["燃气", "泄漏"]),
                new RoutingDecision(lead, ["hongjialou"], "housing", "主题为城乡建设，地点在洪家楼街道。", recused, null),
                NeedsReview: false,
                [],
                "2026.11.1"),
            "received",
            null,
            Now.AddMinutes(-39),
            Now.AddMinutes(-39),
            1);

    public static ReviewItem Review(string id, string body, string? title = null, string channel = Channels.Hotline, int daysAgo = 0, string urgency = "routine", params string[] why)
    {
        var day = ShanghaiTime.DayOf(Now).AddDays(-daysAgo);
        return new ReviewItem(
            day, $"{channel}:{id}", $"W/\"tag-{id}\"", channel, id, day, title, body, new ReviewLabels("城乡建设", "negative", urgency, "housing"),
            .38, urgency == "emergency" ? .8 : .12, "zjj", why.Length == 0 ? ["路灯", "物业"] : why, "2026.11.1", Now.AddDays(-daysAgo).AddMinutes(-25), null);
    }

    public static IReadOnlyList<DayCounts> Week(DateOnly today, int divisor)
    {
        int[] shape = [86, 102, 74, 118, 131, 96, 64];
        double[] share = [1, .42, .55, .3, .16, .12];
        return [.. shape.Select((total, i) => new DayCounts(
            today.AddDays(i - 6),
            Channels.All.Select((c, n) => (c, count: (int)(total * share[n] * (1 + (((i * 7) + (n * 5)) % 5 * .12)) / divisor)))
                .ToDictionary(p => p.c, p => new MoodCounts(p.count * 6 / 10, p.count * 3 / 10, p.count - (p.count * 6 / 10) - (p.count * 3 / 10))),
            i == 6 ? 2 : 0))];
    }
}
