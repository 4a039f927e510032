using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Words;

/// <summary>The sentence that says what happened and what the reader has to do.</summary>
internal sealed class NewsLead(IUnitNames units, ClockWords clocks)
{
    /// <summary>The sentence of a piece of news for a role.</summary>
    public string Of(Announcement news, NewsRole role, string reader)
    {
        var alert = news.Alert;
        var lead = units.NameOf(alert.Unit);
        var sentence = news.Reason switch
        {
            AnnouncementReason.Opened => Opened(news, role, lead),
            _ when Is(AnnouncementReason.RaisedPrefix) => $"级别已上调为{AlertLevel.NameOf(alert.Level)}。{Ask(news, role, lead)}",
            _ when Is(AnnouncementReason.ReopenedPrefix) => $"办结后再次反映或需重新办理，重新计时。{Ask(news, role, lead)}",
            _ when Is(AnnouncementReason.ReassignedPrefix) => role == NewsRole.Lead ? $"已改派由贵单位主办。{Ask(news, role, lead)}" : $"已改派由{lead}主办。{Ask(news, role, lead)}",
            _ when Is(AnnouncementReason.ReturnedPrefix) => Returned(alert, role, lead),
            _ when Is(AnnouncementReason.RemindedPrefix) => Reminded(news, role, lead),
            _ when Is(AnnouncementReason.EscalatedPrefix) => Escalated(news, role, lead, reader),
            _ when Is(AnnouncementReason.YellowPrefix) => $"黄牌：{Pending(news, "yellow", lead, role)}距时限仅剩 1 个工作日。",
            _ when Is(AnnouncementReason.RedPrefix) => $"红牌：{Lapsed(news, lead, role)}",
            _ when Is(AnnouncementReason.SupervisedPrefix) => role == NewsRole.Lead ? "本预警已列入督办，请尽快办理并报告进展。" : $"本预警已列入督办，由{lead}办理。",
            _ when Is(AnnouncementReason.ExtendedPrefix) => Extended(news, lead),
            _ => Ask(news, role, lead),
        };
        return alert.Doubtful && role != NewsRole.Office ? $"{sentence}系统判断把握不大：请先核实是否确有险情，属误报的请登记“误报”。" : sentence;

        bool Is(string prefix) => news.Reason.StartsWith(prefix, StringComparison.Ordinal);
    }

    private static string Opened(Announcement news, NewsRole role, string lead) => role switch
    {
        NewsRole.Lead => $"由贵单位主办。{Ask(news, role, lead)}",
        NewsRole.Support => $"由{lead}主办，贵单位协办。请签收并配合办理。",
        _ => $"已派发由{lead}主办{(Waits(news.Alert) ? $"，限 {DeadlineWords.Time(news.Alert.AcknowledgeBy, news.At)} 前签收" : "")}。",
    };

    private static string Ask(Announcement news, NewsRole role, string lead)
    {
        var alert = news.Alert;
        var by = DeadlineWords.Time(alert.AcknowledgeBy, news.At);
        return (role, Waits(alert)) switch
        {
            (NewsRole.Lead, true) => $"请在 {by} 前签收。",
            (NewsRole.Support, true) => "请签收并配合办理。",
            (NewsRole.Office, true) => $"由{lead}主办，限 {by} 前签收。",
            (NewsRole.Office, false) => $"由{lead}主办，现为“{AlertState.NameOf(alert.State)}”。",
            _ => $"现为“{AlertState.NameOf(alert.State)}”，请继续办理。",
        };
    }

    private string Returned(Alert alert, NewsRole role, string lead)
    {
        if (role == NewsRole.Lead)
        {
            return "贵单位已退回本预警，等待改派。";
        }

        return alert.Proposed is { } next
            ? $"{lead}认为不属本单位职责，已退回。建议改派{units.NameOf(next)}：可在 Teams 发送“改派 {alert.Id} {units.NameOf(next)}”，或在控制台改派。"
            : $"{lead}认为不属本单位职责，已退回。请改派：可在 Teams 发送“改派 {alert.Id} 单位名称”，或在控制台改派。";
    }

    private string Reminded(Announcement news, NewsRole role, string lead) =>
        Marked(news, "remind") is { } deadline && string.IsNullOrEmpty(news.Note)
            ? $"时限已过半：{(role == NewsRole.Lead ? "请" : $"{lead}须")}在 {DeadlineWords.Time(deadline.DueAt, news.At)} 前{clocks.ActOf(deadline.Clock)}。"
            : $"{(role == NewsRole.Lead ? "请" : $"请{lead}")}尽快办理。{Ask(news, role, lead)}";

    private string Escalated(Announcement news, NewsRole role, string lead, string reader)
    {
        var whose = units.ParentOf(news.Alert.Unit) == reader ? "该单位由贵单位主管或联系，请督促办理。" : "请督促办理；必要时改派或督办。";
        return $"{Lapsed(news, lead, role)}{(role == NewsRole.Office ? whose : "已报上级单位。")}";
    }

    // Who let what lapse, since when.
    private string Lapsed(Announcement news, string lead, NewsRole role)
    {
        var late = DeadlineWords.Running(news.Alert).Where(deadline => deadline.DueAt <= news.At).ToList();
        var who = role == NewsRole.Lead ? "贵单位" : lead;
        return late.Count == 0
            ? $"{who}未按时办理。"
            : $"{who}未在时限内" + string.Join('；', late.Select(deadline =>
                $"{clocks.ActOf(deadline.Clock)}（{DeadlineWords.Time(deadline.DueAt, news.At)} 到期，已逾期 {DeadlineWords.Span(news.At - deadline.DueAt)}）")) + "。";
    }

    private string Pending(Announcement news, string mark, string lead, NewsRole role) =>
        Marked(news, mark) is { } deadline
            ? $"{(role == NewsRole.Lead ? "贵单位" : lead)}须在 {DeadlineWords.Time(deadline.DueAt, news.At)} 前{clocks.ActOf(deadline.Clock)}，"
            : "";

    private static string Extended(Announcement news, string lead) =>
        news.Alert.ExtendedTo is { } until ? $"{lead}已申请延期，新的时限为 {DeadlineWords.Time(until, news.At)}。" : $"{lead}已申请延期。";

    // The deadline whose moment of this kind has come last.
    private static AlertDeadline? Marked(Announcement news, string kind) => DeadlineWords.Running(news.Alert)
        .Where(deadline => deadline.DueAt > news.At)
        .SelectMany(deadline => deadline.Marks.Where(mark => mark.Kind == kind && mark.At <= news.At).Select(mark => (deadline, mark.At)))
        .OrderByDescending(pair => pair.At)
        .Select(pair => pair.deadline)
        .FirstOrDefault();

    private static bool Waits(Alert alert) => alert.State is AlertState.Open or AlertState.Returned;
}
