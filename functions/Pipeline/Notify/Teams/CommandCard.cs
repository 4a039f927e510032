using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Words;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>Answers to commands as Adaptive Cards: what was done, the alert's state and deadlines, and what can be done next.</summary>
public sealed class CommandCard(IUnitNames units, DeadlineWords deadlines, PublicAddress address, TimeProvider time)
{
    private const int LongestMessage = 400;
    private const int MostWaiting = 5;

    /// <summary>The answer about an alert that the asking unit may see.</summary>
    public ReadOnlyMemory<byte> About(Alert alert, string unit, string message, AlertLogEntry? last = null)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var now = time.GetUtcNow();
        var said = CardText.Escape(message, LongestMessage);
        var next = CommandWords.Next(alert, unit, units, now);
        return CardWriter.Message(
            said,
            json =>
            {
                json.Container(CardStyle.Of(alert.Level), box =>
                {
                    box.Text($"{AlertLevel.NameOf(alert.Level)}预警 {alert.Id}{(alert.Supervised ? " · 督办" : "")}", bold: true);
                    box.Text(CardText.Escape(alert.Title, 80), heading: true, close: true);
                });
                json.Text(said, bold: true);
                json.Facts(facts =>
                {
                    facts.Fact("状态", AlertState.NameOf(alert.State));
                    var running = deadlines.Of(alert, now);
                    facts.Fact("时限", running.Count == 0 ? "没有正在计时的时限" : string.Join('；', running.Select(line => CardText.Escape(line, 120))));
                    facts.Fact("主办", CardText.Escape(units.NameOf(alert.Unit), 40));
                    if (alert.Support.Count > 0)
                    {
                        facts.Fact("协办", CardText.Escape(string.Join('、', alert.Support.Select(units.NameOf)), 160));
                    }

                    facts.Fact("诉求", $"{alert.RecordCount} 条");
                    if (last is not null)
                    {
                        facts.Fact("最近", $"{last.Step}（{DeadlineWords.Time(last.At, now)}）");
                    }
                });
                json.Text(next.Count == 0 ? "贵单位目前无需办理。" : $"可继续发送：{CardText.Escape(string.Join('；', next), LongestMessage)}", subtle: true);
            },
            address.LinkTo($"console/alerts/{alert.Id}") is { } page ? json => json.Link("查看", page) : null,
            language: "zh-CN",
            summary: said);
    }

    /// <summary>What can be asked, and what waits for the unit.</summary>
    public ReadOnlyMemory<byte> Help(string message, IReadOnlyList<Alert> waiting)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        var now = time.GetUtcNow();
        var said = CardText.Escape(message, LongestMessage);
        return CardWriter.Message(
            said,
            json =>
            {
                json.Container("emphasis", box => box.Text("可用指令", heading: true));
                json.Text(said);
                if (waiting.Count > 0)
                {
                    json.Text("待签收", section: true);
                    foreach (var alert in waiting.Take(MostWaiting))
                    {
                        json.Text($"{alert.Id} {AlertLevel.NameOf(alert.Level)} {CardText.Escape(alert.Title, 60)}，{ShanghaiTime.Of(alert.AcknowledgeBy):MM-dd HH:mm} 前签收", close: true);
                    }

                    if (waiting.Count > MostWaiting)
                    {
                        json.Text("还有更多待签收预警，请在控制台查看。", subtle: true, close: true);
                    }
                }

                json.Facts(facts =>
                {
                    foreach (var (form, meaning) in CommandWords.Help("A编号"))
                    {
                        facts.Fact(form, meaning);
                    }
                });
            },
            address.LinkTo("console/alerts") is { } page ? json => json.Link("查看全部", page) : null,
            language: "zh-CN",
            summary: said);
    }
}
