using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Ack;
using SentimentWatch.Pipeline.Notify.Teams;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify;

/// <summary>Settings and parts as a host would make them.</summary>
internal static class Settings
{
    public const string Key = "a-signing-key-of-the-tests";

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

    public static AlertCard Card(IConfiguration? configuration = null)
    {
        var settings = configuration ?? Of();
        return new AlertCard(new Names(), Links(new FakeTimeProvider(Sample.Noon), settings), new PublicAddress(settings));
    }

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
        RecordCount = 2,
        Channels = ["hotline", "weibo"],
    };

    public static Announcement News(Alert? alert = null, string reason = "opened") => new(reason, Sample.Noon, alert ?? Alert());
}
