using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Benchmarks.Cards;

/// <summary>Invented alerts; no person and no event in them is real.</summary>
internal static class SampleAlerts
{
    /// <summary>When the samples are told: 2026-11-24 15:08, Asia/Shanghai.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 15, 8, 0, TimeSpan.FromHours(8));

    private static readonly AlertRules Rules = new();

    /// <summary>A gas leak, just dispatched.</summary>
    public static Alert Gas { get; } = Of("A20417733", AlertLevel.Red, "jnrq", "东风街道银河小区 · 燃气泄漏", Now) with
    {
        Support = ["yjj", "xfdd", "dongfeng"],
        Kind = "gas-leak",
        Place = "东风街道银河小区7号楼",
        Excerpt = "七号楼一单元楼道里燃气味特别重，物业说要等明天，楼上好几户还在做饭，老人小孩都在家，请马上派人来关阀。",
        Why = "燃气泄漏危及人身安全，列为红色；燃气设施由燃气经营单位负责，地点在东风街道。",
        RecordCount = 3,
        Channels = [Channels.Hotline, Channels.Weibo],
    };

    /// <summary>A collapsed road.</summary>
    public static Alert Road { get; } = Of("A31850264", AlertLevel.Orange, "szzx", "祝舜路与辛祝路口 · 路面塌陷", Now) with
    {
        Support = ["jjdd"],
        Kind = "collapse",
        Place = "祝舜路与辛祝路口",
        Excerpt = "路口中间塌了一个坑，直径两米多，只摆了一块木板，晚高峰车很多。",
        Why = "路面塌陷危及出行安全，列为橙色；市政道路由市政工程服务中心负责。",
        RecordCount = 1,
        Channels = [Channels.WeChat],
    };

    /// <summary>A heating complaint with a running hotline deadline.</summary>
    public static Alert Heat { get; } = Of("A45520918", AlertLevel.Yellow, "jnrl", "山大路街道南院小区 · 供暖中断", Now.AddDays(-5)) with
    {
        State = AlertState.Handling,
        AcknowledgedAt = Now.AddDays(-5).AddHours(1),
        Support = ["zjj", "shandalu"],
        Place = "山大路街道南院小区",
        Excerpt = "从周三晚上开始三栋楼暖气全是凉的，孩子晚上穿着羽绒服睡觉，打了供热站电话一直占线。",
        Why = "供暖中断影响多户基本生活，列为黄色；供热由供热企业负责。",
        RecordCount = 18,
        Channels = [Channels.Hotline, Channels.Minsheng, Channels.Petition],
        Deadlines = [Timed("opinion.response", Now.AddDays(-5), 48 * 60, AlertStop.Answered), Hotline(Now.AddDays(-5), Now.AddDays(1).Date.AddHours(23).AddMinutes(59))],
    };

    /// <summary>An event of many voices.</summary>
    public static Alert Lift { get; } = Of("A60713825", AlertLevel.Yellow, "scjgj", "热点 · 银河小区电梯频繁停在两层之间，老人被困四十分钟", Now) with
    {
        OfEvent = true,
        Support = ["dongfeng"],
        Place = "银河小区",
        Excerpt = "银河小区三号楼电梯这个月第四次停在两层之间，昨晚一位老人被关了四十分钟，物业说配件要等两周，请派人检验。",
        Why = "7 天内 12 人经 4 个渠道反映，此前平均每周 0.3 件，共 15 件",
        RecordCount = 15,
        Channels = [Channels.Hotline, Channels.Weibo, Channels.Petition, Channels.Minsheng],
        Event = new AlertEvent(
            "E20261119-3f6a81c2", "银河小区电梯频繁停在两层之间，老人被困四十分钟", ["银河小区", "电梯", "被困", "物业"], "7 天内 12 人经 4 个渠道反映，此前平均每周 0.3 件，共 15 件", 15, 12,
            [Channels.Hotline, Channels.Weibo, Channels.Petition, Channels.Minsheng], Now.AddDays(-5).AddHours(-3), Now.AddMinutes(-22)),
    };

    /// <summary>Long and hostile text everywhere.</summary>
    public static Alert Hostile { get; } = Gas with
    {
        Id = "A99000001",
        Title = "**紧急** [点此领取补贴](https://evil.example) # 标题 <at>所有人</at> " + string.Concat(Enumerable.Repeat("很长的事项名称", 12)),
        Place = "[地图](http://evil.example/map) @所有人 某某路某某号某某大厦某某层某某室某某门某某户某某旁某某对面某某后侧某某楼下某某地下车库某某入口某某通道",
        Excerpt = ("紧急！！！https://evil.example/x 加微信 evil_888 ~~免费~~ `rm -rf` {{DATE(2026-01-01)}} <script>alert(1)</script> | 表 | 格 | "
            + string.Concat(Enumerable.Repeat("楼道里气味很重，请尽快派人处理。", 20)))[..200],
        Support = ["yjj", "xfdd", "dongfeng", "zjj", "csgl", "wsjkj", "gafj", "jjdd"],
        Why = string.Concat(Enumerable.Repeat("涉及多个部门职责，", 20)),
    };

    /// <summary>An alert that opened at a time, with the deadlines of its level.</summary>
    public static Alert Of(string id, string level, string unit, string title, DateTimeOffset opened)
    {
        var policy = Rules.Policy;
        var due = opened.AddMinutes(Rules.AckMinutes[level]);
        return new Alert
        {
            Id = id,
            Unit = unit,
            Level = level,
            Title = title,
            DayStart = opened.AddHours(-11),
            OpenedAt = opened,
            AcknowledgeBy = due,
            Policy = policy,
            Round = 2,
            Chain = ["qzfb"],
            ReturnBy = opened.AddDays(2),
            Deadlines =
            [
                Timed(OpenClock.Acknowledge, opened, Rules.AckMinutes[level], AlertStop.Acknowledged),
                .. policy.Levels[level].Clocks.Select(clock => Timed(clock.Clock, opened, clock.Minutes, clock.StopsAt)),
            ],
            RecordCount = 1,
            Channels = [Channels.Hotline],
        };
    }

    private static AlertDeadline Timed(string clock, DateTimeOffset start, int minutes, string stopsAt) =>
        AlertDeadline.Timed(clock, start, TimeSpan.FromMinutes(minutes), stopsAt);

    private static AlertDeadline Hotline(DateTimeOffset start, DateTime due)
    {
        var end = new DateTimeOffset(due, TimeSpan.FromHours(8));
        return new AlertDeadline("hotline.reply", start, end, AlertStop.Closed, [new(AlertMark.Yellow, Now.AddMinutes(-1)), new(AlertMark.Due, end), new(AlertMark.Red, end.AddHours(9))]);
    }
}
