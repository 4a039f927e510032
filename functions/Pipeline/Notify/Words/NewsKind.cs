using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify.Words;

/// <summary>A kind of news: what messages call it, by whom they speak to.</summary>
/// <param name="Label">To the lead unit.</param>
/// <param name="Support">To a supporting unit.</param>
/// <param name="Office">To an office.</param>
/// <param name="Tone">Level whose colour it takes; null for the alert's own.</param>
/// <param name="NoteName">What the note behind it is called; null when there is none.</param>
internal sealed record NewsKind(string Label, string Support, string Office, string? Tone = null, string? NoteName = null)
{
    private static readonly (string Prefix, NewsKind Kind)[] Kinds =
    [
        (AnnouncementReason.Opened, new("新预警", "协办通知", "快讯")),
        (AnnouncementReason.RaisedPrefix, new("级别上调", "级别上调", "级别上调")),
        (AnnouncementReason.ReopenedPrefix, new("重新办理", "重新办理", "重新办理", NoteName: "重办理由")),
        (AnnouncementReason.ReassignedPrefix, new("改派", "改派", "改派", NoteName: "改派说明")),
        (AnnouncementReason.ReturnedPrefix, new("已退回", "已退回", "被退回，待改派", NoteName: "退回理由")),
        (AnnouncementReason.RemindedPrefix, new("催办", "催办", "催办", NoteName: "催办意见")),
        (AnnouncementReason.EscalatedPrefix, new("逾期升级", "逾期升级", "逾期升级")),
        (AnnouncementReason.YellowPrefix, new("黄牌", "黄牌", "黄牌", Tone: AlertLevel.Yellow)),
        (AnnouncementReason.RedPrefix, new("红牌", "红牌", "红牌", Tone: AlertLevel.Red)),
        (AnnouncementReason.SupervisedPrefix, new("督办", "督办", "督办", NoteName: "督办意见")),
        (AnnouncementReason.ExtendedPrefix, new("延期", "延期", "延期", NoteName: "延期说明")),
    ];

    private static readonly NewsKind Other = new("通知", "通知", "通知");

    /// <summary>The kind of a reason such as <c>reminded-7</c>.</summary>
    public static NewsKind Of(string reason) =>
        Kinds.FirstOrDefault(pair => reason.StartsWith(pair.Prefix, StringComparison.Ordinal)).Kind ?? Other;

    /// <summary>What a message to this role calls it.</summary>
    public string LabelFor(NewsRole role) => role switch
    {
        NewsRole.Lead => Label,
        NewsRole.Support => Support,
        _ => Office,
    };
}
