using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Words;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify.Words;

/// <summary>What the kinds of news say, and to whom.</summary>
public sealed class NewsSheetsTests
{
    private static readonly Alert Late = Settings.Alert() with { Chain = ["qzfb"] };

    [Theory]
    [InlineData("zjj", true, "红色预警·新预警", "请在 12:15 前签收")]
    [InlineData("honglou", true, "红色预警·协办通知", "由区住房城乡建设局主办，贵单位协办")]
    [InlineData("wxb", false, "红色预警·快讯", "已派发由区住房城乡建设局主办，限 12:15 前签收")]
    public void A_new_alert_speaks_to_each_role(string unit, bool acts, string label, string lead)
    {
        var sheet = Sheet(Settings.News(), Settings.To(unit, acts));
        Assert.Equal(label, sheet.Label);
        Assert.Contains(lead, sheet.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void Buttons_follow_the_state_and_the_role()
    {
        Assert.Equal(["签收", "退回"], Buttons(Settings.Alert(), "zjj"));
        Assert.Equal(["退回", "报进展"], Buttons(Settings.Alert() with { State = AlertState.Acknowledged }, "zjj"));
        Assert.Equal(["报进展"], Buttons(Settings.Alert() with { State = AlertState.Handling }, "zjj"));
        Assert.Empty(Buttons(Settings.Alert() with { State = AlertState.Returned }, "zjj"));
        Assert.Empty(Buttons(Settings.Alert() with { State = AlertState.Closed }, "zjj"));
        Assert.Equal(["签收"], Buttons(Settings.Alert(), "honglou"));
        Assert.Empty(Buttons(Settings.Alert(), "csj"));
        Assert.Empty(Buttons(Settings.Alert() with { Recused = ["zjj"] }, "zjj"));
        Assert.Empty(Sheet(Settings.News(), Settings.To("zjj")).Actions);
    }

    [Fact]
    public void A_reminder_of_the_clock_names_what_must_be_done_until_when()
    {
        var news = Settings.News(reason: "reminded-3") with { At = Sample.Noon.AddMinutes(8) };
        Assert.StartsWith("时限已过半：请在 12:15 前签收。", Sheet(news, Settings.Lead).Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reminder_of_a_person_carries_their_words()
    {
        var sheet = Sheet(Settings.News(reason: "reminded-3") with { Note = "请立即到场" }, Settings.Lead);
        Assert.Equal(new NewsFact("催办意见", "请立即到场"), sheet.Note);
        Assert.DoesNotContain("过半", sheet.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void An_escalation_says_who_let_what_lapse_since_when()
    {
        var sheet = Sheet(Settings.News(Late, "escalated-4") with { At = Sample.Noon.AddMinutes(35) }, Settings.To("qzfb"));
        Assert.Contains("区住房城乡建设局未在时限内签收（12:15 到期，已逾期 20 分钟）", sheet.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void A_return_gives_the_reason_and_proposes_the_next_unit()
    {
        var alert = Settings.Alert() with { State = AlertState.Returned, Proposed = "honglou" };
        var sheet = Sheet(Settings.News(alert, "returned-4") with { Note = "不属我局职责" }, Settings.To("qzfb"));
        Assert.Equal(("红色预警·被退回，待改派", new NewsFact("退回理由", "不属我局职责")), (sheet.Label, sheet.Note));
        Assert.Contains("建议改派洪家楼街道办事处：可在 Teams 发送“改派 A12345678 洪家楼街道办事处”", sheet.Lead, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("raised-red", "级别上调", "级别已上调为红色")]
    [InlineData("reopened-7", "重新办理", "重新计时")]
    [InlineData("reassigned-7", "改派", "已改派由贵单位主办")]
    [InlineData("yellow-7", "黄牌", "黄牌：")]
    [InlineData("red-7", "红牌", "红牌：")]
    [InlineData("supervised-7", "督办", "已列入督办")]
    [InlineData("extended-7", "延期", "已申请延期")]
    public void Every_kind_has_its_name_and_sentence(string reason, string label, string lead)
    {
        var sheet = Sheet(Settings.News(reason: reason), Settings.Lead);
        Assert.Equal($"红色预警·{label}", sheet.Label);
        Assert.Contains(lead, sheet.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubtful_emergency_asks_to_verify_first() =>
        Assert.Contains("请先核实", Sheet(Settings.News(Settings.Alert() with { Doubtful = true }), Settings.Lead).Lead, StringComparison.Ordinal);

    private static NewsSheet Sheet(Announcement news, NotifyTarget target) => Settings.Sheets().Of(Settings.Notice(news), 0, target);

    private static List<string> Buttons(Alert alert, string unit) => [.. Sheet(Settings.News(alert), Settings.To(unit, mayAct: true)).Actions.Select(link => link.Title)];
}
