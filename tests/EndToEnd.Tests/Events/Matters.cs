using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.EndToEnd.Tests.Events;

/// <summary>Invented matters, each told in several channels.</summary>
internal static class Matters
{
    private static readonly (string Channel, string? Title, string Body)[] Lift =
    [
        (Channels.Hotline, null, "来电人反映{P}电梯频繁故障，本周已经困人两次，要求检验部门介入。"),
        (Channels.Petition, "关于{P}电梯安全隐患的信访件", "尊敬的领导：{P}的电梯投用不到六年，经常停在两层之间，上周一位老人被关在里面四十分钟，请求检测更换。"),
        (Channels.Weibo, null, "今天又被关在{P}的电梯里，按铃没人应 #身边事#"),
        (Channels.WeChat, null, "小编你好，{P}我们单元电梯坏了五天了，维保说没有配件"),
        (Channels.Minsheng, null, "主持人好，我住{P}，这个电梯一个月坏了七八回，老人下不来楼。"),
    ];

    private static readonly (string Channel, string? Title, string Body)[] Smoke =
    [
        (Channels.Hotline, null, "来电反映{P}楼下烧烤店油烟直排，楼上住户无法开窗，请求查处。"),
        (Channels.Weibo, null, "住在{P}等于住在烧烤架上，窗户一开全是呛人的油烟"),
        (Channels.WeChat, null, "求管管{P}楼下的饭店吧，油烟机对着居民楼吹"),
    ];

    /// <summary>Five records on a broken lift, hours apart.</summary>
    public static IEnumerable<SubmittedRecord> LiftAt(string place, string id, DateTimeOffset start) => Tell(Lift, place, id, start);

    /// <summary>Three records on a smoking kitchen, hours apart.</summary>
    public static IEnumerable<SubmittedRecord> SmokeAt(string place, string id, DateTimeOffset start) => Tell(Smoke, place, id, start);

    private static IEnumerable<SubmittedRecord> Tell((string Channel, string? Title, string Body)[] texts, string place, string id, DateTimeOffset start) =>
        texts.Select((text, i) => new SubmittedRecord
        {
            Channel = text.Channel,
            SourceId = $"{id}-{i}",
            ReceivedAt = start.AddHours(3 * i),
            Title = text.Title?.Replace("{P}", place, StringComparison.Ordinal),
            Body = text.Body.Replace("{P}", place, StringComparison.Ordinal),
            CallerFields = [$"caller-{id}-{i}"],
        });

    /// <summary>Batches as they come in, each of one channel.</summary>
    public static async Task AcceptAsync(Rig rig, IEnumerable<SubmittedRecord> records)
    {
        foreach (var channel in records.GroupBy(record => record.Channel, StringComparer.Ordinal))
        {
            await rig.AcceptAsync(channel.Key, channel);
        }
    }
}
