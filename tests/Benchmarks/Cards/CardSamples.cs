using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Notify.Teams;
using static SentimentWatch.Benchmarks.Cards.SampleAlerts;

namespace SentimentWatch.Benchmarks.Cards;

/// <summary>A card of the gallery.</summary>
/// <param name="Name">File name and anchor.</param>
/// <param name="Caption">What it is, and for whom.</param>
/// <param name="Body">The message as the product sends it.</param>
internal sealed record CardSample(string Name, string Caption, ReadOnlyMemory<byte> Body);

/// <summary>One of every card that the product sends.</summary>
internal sealed class CardSamples(AlertCard card, CommandCard commands, NewsLine lines)
{
    /// <summary>All of them, in the order of an alert's life.</summary>
    public IReadOnlyList<CardSample> All() => [.. Opening(), .. Moving(), .. Clocks(), .. Several(), .. Answers()];

    private IEnumerable<CardSample> Opening()
    {
        yield return Lead("new-lead", "新预警 → 主办单位", News(AnnouncementReason.Opened, Gas));
        yield return To("new-support", "协办通知 → 协办单位", News(AnnouncementReason.Opened, Gas), "xfdd", mayAct: true);
        yield return To("flash", "快讯 → 区委网信办", News(AnnouncementReason.Opened, Gas), "wxb");
        yield return Lead("new-doubtful", "新预警，把握不大 → 主办单位", News(AnnouncementReason.Opened, Road with { Doubtful = true }));
        yield return Lead("event-lead", "热点预警 → 主办单位", News(AnnouncementReason.Opened, Lift));
        yield return To("event-flash", "热点升级为橙色 → 区委网信办", News("raised-orange", Lift with { Level = AlertLevel.Orange, RecordCount = 31 }), "wxb");
        yield return Lead("event-bound", "热点并入已有预警，级别上调 → 主办单位", News("raised-red", Gas with { Event = Lift.Event! with { Title = "银河小区燃气味重", Terms = [] } }));
        yield return Lead("hostile", "超长与恶意文本", News(AnnouncementReason.Opened, Hostile));
    }

    private IEnumerable<CardSample> Moving()
    {
        yield return Lead("raised", "级别上调 → 主办单位", News("raised-red", Gas with { RecordCount = 9 }));
        yield return Lead("reopened", "办结后再次反映 → 主办单位", News("reopened-9", Road));
        yield return Lead("reassigned", "改派 → 新主办单位", News("reassigned-6", Road with { Unit = "csgl" }, note: "该路段由城市管理部门养护，请尽快处置。"));
        var returned = Road with { State = AlertState.Returned, Proposed = "csgl" };
        yield return To("returned", "退回，附建议单位 → 区政府办公室", News("returned-4", returned, note: "经现场核实，该路段未移交我中心养护，应由城市管理部门处置。"), "qzfb");
    }

    private IEnumerable<CardSample> Clocks()
    {
        yield return Lead("reminder", "时限过半催办 → 主办单位", News("reminded-3", Gas, minutes: 8));
        yield return Lead("reminder-office", "办公室催办 → 主办单位", News("reminded-7", Heat, note: "居民反映强烈，请今日 18:00 前反馈恢复供暖时间。"));
        yield return To("escalated", "逾期升级 → 上级单位、区政府办公室", News("escalated-5", Gas, minutes: 35), "qzfb");
        yield return Lead("yellow-card", "黄牌 → 主办单位", News("yellow-11", Heat with { Deadlines = [Heat.Deadlines[1]] }));
        yield return To("red-card", "红牌 → 区政府办公室", News("red-14", Heat with { Deadlines = [Heat.Deadlines[1]] }, minutes: 60 * 42), "qzfb");
        yield return Lead("supervised", "督办 → 主办单位", News("supervised-8", Heat with { Supervised = true }, note: "列入区级督办，每日 17:00 报进展，直至恢复供暖。"));
        var extended = Heat with { ExtendedTo = Now.AddDays(11), Deadlines = [Heat.Deadlines[1] with { DueAt = Now.AddDays(11), Marks = [] }] };
        yield return To("extended", "延期 → 区政府办公室", News("extended-12", extended, note: "进展：已更换主管网阀门两处。措施：分楼栋排查立管，先行发放电暖器。"), "qzfb");
    }

    private IEnumerable<CardSample> Several()
    {
        var levels = new[] { AlertLevel.Orange, AlertLevel.Yellow, AlertLevel.Blue, AlertLevel.Yellow };
        var titles = new[] { "祝舜路 · 路面塌陷", "山大路街道南院小区 · 供暖中断", "洪家楼广场 · 夜间噪声集中反映", "鲍山街道新村 · 停水" };
        var news = titles.Select((title, n) => News(AnnouncementReason.Opened, Of($"A5100000{n}", levels[n], "csgl", title, Now) with { Excerpt = "多名居民反映，请尽快处理。", RecordCount = n + 2 })).ToList();
        yield return new CardSample("burst", "集中到达，一卡多条 → 主办单位", card.Write(new Notice(news), Target("csgl", mayAct: true)));
        yield return new CardSample("summary", "停机恢复后汇总 → 每单位一份", card.Write(
            new Notice(
                [],
                "系统中断后补发：3 条预警（升级 5 次、催办 3 次、黄牌 1 次）",
                [
                    lines.OfAlert([News("reminded-3", Gas, minutes: 360), News("escalated-4", Gas, minutes: 360), News("escalated-5", Gas, minutes: 360)]),
                    lines.OfAlert([News("reminded-3", Road, minutes: 360), News("escalated-4", Road, minutes: 360)]),
                    lines.OfAlert([News("reminded-11", Heat, minutes: 360), News("yellow-12", Heat, minutes: 360)]),
                ]),
            Target("qzfb")));
        yield return new CardSample("dead-target", "通知地址失效 → 网信办", card.Write(
            new Notice([], "通知地址失效：区城市管理局", ["区城市管理局的 Teams 地址已失效（HTTP 410），自 11-24 15:02 起其通知改由默认渠道发送。", "请更换设置 SentimentWatch__Notify__Teams__csgl__Url。"]), Target("wxb")));
        yield return new CardSample("digest", "日报 → 网信办、区政府办公室", DigestCard.Render(SampleDigest.Day, new Uri("https://watch.example.org/api/digests/2026-11-24")));
    }

    private IEnumerable<CardSample> Answers()
    {
        var taken = Gas with { State = AlertState.Acknowledged, AcknowledgedAt = Now, Deadlines = [Gas.Deadlines[1]] };
        yield return new CardSample("answer-acknowledged", "指令回复：签收 A20417733", commands.About(taken, "jnrq", "A20417733 已签收，现为“已签收”。"));
        var last = new AlertLogEntry(Heat.Id, 6, AlertStep.Handling, Now.AddHours(-3), "jnrl via teams", "已排查两栋楼立管。");
        yield return new CardSample("answer-status", "指令回复：状态 A45520918（办公室）", commands.About(Heat, "qzfb", "A45520918 现为“办理中”。", last));
        yield return new CardSample("answer-help", "指令回复：帮助", commands.Help("贵单位有待签收的预警。", [Gas, Road]));
    }

    private CardSample Lead(string name, string caption, Announcement news) => To(name, caption, news, news.Alert.Unit, mayAct: true);

    private CardSample To(string name, string caption, Announcement news, string unit, bool mayAct = false) =>
        new(name, caption, card.Write(new Notice([news]), Target(unit, mayAct)));

    private static NotifyTarget Target(string unit, bool mayAct = false) => new(unit, NotifyWay.Teams, unit, mayAct);

    private static Announcement News(string reason, Alert alert, int minutes = 0, string? note = null) => new(reason, Now.AddMinutes(minutes), alert, Note: note);
}
