using SentimentWatch.Models.Background;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Tests.Routing;

namespace SentimentWatch.Pipeline.Tests.Events;

/// <summary>Invented records for the tests of this folder.</summary>
internal static class Told
{
    /// <summary>One matter in six registers; {P} is the place.</summary>
    public static readonly (string Channel, string? Title, string Body)[] LiftTexts =
    [
        (Channels.Hotline, null, "来电人反映{P}电梯频繁故障，本周已经困人两次，要求检验部门介入。"),
        (Channels.Petition, "关于{P}电梯安全隐患的信访件", "尊敬的领导：{P}的电梯投用不到六年，经常停在两层之间，上周一位老人被关在里面四十分钟，请求检测更换。"),
        (Channels.Weibo, null, "今天又被关在{P}的电梯里，按铃没人应 #身边事#"),
        (Channels.WeChat, null, "小编你好，{P}我们单元电梯坏了五天了，维保说没有配件"),
        (Channels.Minsheng, null, "主持人好，我住{P}，这个电梯一个月坏了七八回，老人下不来楼。"),
        (Channels.Supervision, null, "{P}电梯多次困人，监管部门未督促整改，请予以监督。"),
    ];

    /// <summary>Another trouble, told by three.</summary>
    public static readonly (string Channel, string? Title, string Body)[] SmokeTexts =
    [
        (Channels.Hotline, null, "来电反映{P}楼下烧烤店油烟直排，楼上住户无法开窗，请求查处。"),
        (Channels.Weibo, null, "住在{P}等于住在烧烤架上，窗户一开全是呛人的油烟"),
        (Channels.WeChat, null, "求管管{P}楼下的饭店吧，油烟机对着居民楼吹"),
    ];

    /// <summary>A day to begin on.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly SketchTables Tables = new(BackgroundTable.Load(Path.Combine(AppContext.BaseDirectory, "trained")), Licheng.District);

    /// <summary>Draws sketches.</summary>
    public static Sketcher NewSketcher() => new(Tables);

    /// <summary>A record of the event room.</summary>
    public static EventRecord Record(string id, (string Channel, string? Title, string Body) text, string place, DateTimeOffset at, string? voice = null, int urgency = 0) =>
        Record(id, text.Channel, text.Title?.Replace("{P}", place, StringComparison.Ordinal), text.Body.Replace("{P}", place, StringComparison.Ordinal), at, voice, urgency);

    /// <summary>A record of the event room.</summary>
    public static EventRecord Record(string id, string channel, string? title, string body, DateTimeOffset at, string? voice = null, int urgency = 0)
    {
        var record = new SubmittedRecord { Channel = channel, SourceId = id, ReceivedAt = at, Title = title, Body = body };
        var key = $"{channel}:{id}";
        return new EventRecord(key, at, StableHash.Of(voice ?? key), channel, "scjgj", 0.9f, urgency, 0, NewSketcher().Draw(record));
    }

    /// <summary>A sketch that says nothing but a kind of trouble, and is like no other.</summary>
    public static Sketch Kind(string code, int number)
    {
        var kind = Enumerable.Range(0, 60).Select(i => SketchTables.KeyOfKind(i)).First(term => DistrictView.Bare.TopicOf(new Sketch([term], [255], 0, []), "") == code);
        return new Sketch([(uint)number + 1, kind], [255, 255], 1, [((uint)number * 2654435761u) & ~1u]);
    }

    /// <summary>The six texts about a place, a day apart.</summary>
    public static List<EventRecord> Lift(string place, string id, DateTimeOffset start) =>
        [.. LiftTexts.Select((text, i) => Record($"{id}-{i}", text, place, start.AddDays(i)))];

    /// <summary>The three texts about a place, a day apart.</summary>
    public static List<EventRecord> Smoke(string place, string id, DateTimeOffset start) =>
        [.. SmokeTexts.Select((text, i) => Record($"{id}-{i}", text, place, start.AddDays(i)))];

    /// <summary>A book that was given records in batches.</summary>
    public static EventBook Book(params IEnumerable<IReadOnlyList<EventRecord>> batches)
    {
        var book = new EventBook(new EventRules());
        foreach (var batch in batches)
        {
            book.Take(batch);
        }

        return book;
    }

    /// <summary>The sets of a book as text, to compare.</summary>
    public static IEnumerable<string> SetsOf(EventBook book) => book.Matters().Select(members => string.Join(' ', members));

    /// <summary>The raised matters of a book as text without their ids.</summary>
    public static IEnumerable<string> RaisedOf(EventBook book) =>
        book.Raised().Select(e => $"{string.Join(' ', e.Records.Order(StringComparer.Ordinal))} {e.State.Level} {e.State.Why} {e.State.RaisedAt:O} {e.Central}").Order(StringComparer.Ordinal);
}
