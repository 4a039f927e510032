using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Ack;
using SentimentWatch.Pipeline.Notify.Teams;
using SentimentWatch.Pipeline.Notify.Words;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify;

/// <summary>Settings and parts as a host would make them.</summary>
internal static class Settings
{
    public const string Key = "a-signing-key-of-the-tests";

    /// <summary>The lead unit of <see cref="Alert"/>, which may act.</summary>
    public static NotifyTarget Lead { get; } = To("zjj", mayAct: true);

    public static NotifyTarget To(string unit, bool mayAct = false, string way = NotifyWay.Teams) => new(unit, way, unit, mayAct);

    public static IConfiguration Of(params (string Key, string? Value)[] values)
    {
        var settings = new Dictionary<string, string?> { ["SentimentWatch:PublicUrl"] = "https://watch.example.org/", ["SentimentWatch:Ack:SigningKeys:0"] = Key };
        foreach (var (key, value) in values)
        {
            settings[key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    public static AckLinks Links(TimeProvider time, IConfiguration? configuration = null)
    {
        var settings = configuration ?? Of();
        return new AckLinks(new AckKeys(settings), new PublicAddress(settings), time);
    }

    /// <summary>Two clocks of the shipped district, under the names of their documents.</summary>
    public static ClockWords Clocks { get; } = new(new ClockNames(
    [
        new Clock("opinion", "政务舆情", [Rule("response", "公开回应", "国办发〔2016〕61号《关于在政务公开工作中进一步做好政务舆情回应的通知》")]),
        new Clock("hotline", "热线", [Rule("reply", "办结答复", "《济南市12345市民服务热线条例》第二十四条")]),
    ]));

    public static NewsSheets Sheets(IConfiguration? configuration = null)
    {
        var settings = configuration ?? Of();
        var time = new FakeTimeProvider(Sample.Noon);
        return new NewsSheets(new Names(), new AckOffer(new Names(), time), Links(time, settings), new PublicAddress(settings), Clocks, new DeadlineWords(Clocks));
    }

    public static AlertCard Card(IConfiguration? configuration = null) => new(Sheets(configuration));

    public static Alert Alert(string level = "red", string id = "A12345678") => new()
    {
        Id = id,
        Unit = "zjj",
        Support = ["honglou"],
        Level = level,
        Title = "洪楼广场 · 燃气泄漏",
        Excerpt = "洪楼广场东侧燃气味很大，快派人来",
        Kind = "gas-leak",
        Place = "洪楼广场",
        Why = "燃气安全由住建部门主管。",
        DayStart = Sample.Noon.AddHours(-8),
        OpenedAt = Sample.Noon,
        AcknowledgeBy = Sample.Noon.AddMinutes(15),
        Deadlines =
        [
            AlertDeadline.Timed(OpenClock.Acknowledge, Sample.Noon, TimeSpan.FromMinutes(15), AlertStop.Acknowledged),
            AlertDeadline.Timed("opinion.response", Sample.Noon, TimeSpan.FromHours(48), AlertStop.Answered),
        ],
        RecordCount = 2,
        Channels = ["hotline", "weibo"],
    };

    public static Announcement News(Alert? alert = null, string reason = "opened") => new(reason, Sample.Noon, alert ?? Alert());

    public static Notice Notice(params Announcement[] news) => new(news.Length == 0 ? [News()] : news);

    private static ClockRule Rule(string step, string name, string source) => new(step, name, 1, ClockUnit.Hours, ClockStart.Receipt, name, source);
}
