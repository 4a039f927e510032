namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Which entry of a log is news, and for whom.</summary>
internal static class AlertNews
{
    /// <summary>The news of an entry; null when it is none.</summary>
    public static Announcement? Of(Alert? before, Alert after, AlertLogEntry entry) =>
        ReasonOf(before, after, entry) is { } reason ? new Announcement(reason, entry.At, after, AudienceOf(reason, after, entry), entry.Unit == AlertActors.System ? null : entry.Note) : null;

    private static string? ReasonOf(Alert? before, Alert after, AlertLogEntry entry) => (before, entry.Step) switch
    {
        (null, _) => AnnouncementReason.Opened,
        (_, AlertStep.Reassigned) => $"{AnnouncementReason.ReassignedPrefix}{entry.Sequence}",
        (_, AlertStep.Returned) when after.State == AlertState.Returned => $"{AnnouncementReason.ReturnedPrefix}{entry.Sequence}",
        (_, AlertStep.Reminded) => $"{AnnouncementReason.RemindedPrefix}{entry.Sequence}",
        (_, AlertStep.Escalated) => $"{AnnouncementReason.EscalatedPrefix}{entry.Sequence}",
        (_, AlertStep.YellowCard) => $"{AnnouncementReason.YellowPrefix}{entry.Sequence}",
        (_, AlertStep.RedCard) => $"{AnnouncementReason.RedPrefix}{entry.Sequence}",
        (_, AlertStep.Supervised) => $"{AnnouncementReason.SupervisedPrefix}{entry.Sequence}",
        (_, AlertStep.Extended) => $"{AnnouncementReason.ExtendedPrefix}{entry.Sequence}",
        ({ State: AlertState.Closed }, AlertStep.Joined) when after.State == AlertState.Open => $"{AnnouncementReason.ReopenedPrefix}{entry.Sequence}",
        _ when AlertLevel.RankOf(after.Level) > AlertLevel.RankOf(before.Level) => $"{AnnouncementReason.RaisedPrefix}{after.Level}",
        _ => null,
    };

    // What was returned or put off concerns the office that hands matters out; what reminds concerns whoever must act.
    private static string[]? AudienceOf(string reason, Alert after, AlertLogEntry entry) => entry.Step switch
    {
        AlertStep.Returned or AlertStep.Extended => after.Policy is { } policy ? [policy.DispatchOffice] : null,
        AlertStep.Supervised => [after.Unit],
        AlertStep.Reminded or AlertStep.Escalated or AlertStep.YellowCard or AlertStep.RedCard =>
            entry.To is { Length: > 0 } to ? to.Split(',') : [after.MustAct],
        _ => null,
    };
}
