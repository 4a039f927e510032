using SentimentWatch.Pipeline.Alerts.Clocks;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Turns a moment of a running deadline that has come into the log entry it calls for.</summary>
internal static class ClockStep
{
    // A timer that is a little late is no outage.
    public static readonly TimeSpan Punctual = TimeSpan.FromMinutes(10);

    /// <summary>True when the moment came so long ago that the timer must have stood still.</summary>
    public static bool IsLate(OpenClock row, DateTimeOffset now) => now - row.DueAt > Punctual;

    /// <summary>The entry. It names in <see cref="AlertLogEntry.To"/> the units that are told.</summary>
    public static AlertLogEntry Of(Alert alert, OpenClock row, ClockNames names, DateTimeOffset now)
    {
        var deadline = alert.Deadlines.First(running => running.Clock == row.Name);
        var audience = AudienceOf(alert, row);
        return new AlertLogEntry(
            alert.Id,
            alert.LastSequence + 1,
            StepOf(row.Kind),
            now,
            AlertActors.System,
            NoteOf(row, deadline, names, now),
            To: string.Join(',', audience),
            Source: row.Source);
    }

    private static string StepOf(string kind) => kind switch
    {
        AlertMark.Due or AlertMark.Office => AlertStep.Escalated,
        AlertMark.Yellow => AlertStep.YellowCard,
        AlertMark.Red => AlertStep.RedCard,
        _ => AlertStep.Reminded,
    };

    private static string NoteOf(OpenClock row, AlertDeadline deadline, ClockNames names, DateTimeOffset now)
    {
        var (name, due) = (names.NameOf(deadline.Clock), deadline.DueText);
        var text = row.Kind switch
        {
            AlertMark.Remind => $"{name}时限已过半，{due} 到期",
            AlertMark.Yellow => $"{name}还剩 1 个工作日，{due} 到期，黄牌提示",
            AlertMark.Due => $"{name}已超时（时限 {due}），升级至上级",
            AlertMark.Red => $"{name}逾期进入第 1 个工作日（时限 {due}），红牌警示",
            AlertMark.Office => $"{name}超时仍未办理（时限 {due}），升级至区级办公室",
            _ => $"{name}超时仍未办理（时限 {due}），再次催办",
        };
        return IsLate(row, now) ? $"{text}；系统中断期间到时，补记" : text;
    }

    private static IReadOnlyList<string> AudienceOf(Alert alert, OpenClock row)
    {
        var offices = alert.Policy?.Offices ?? [];
        var dispatch = alert.Policy?.DispatchOffice is { Length: > 0 } office ? [office] : Array.Empty<string>();
        IEnumerable<string> units = row.Kind switch
        {
            AlertMark.Remind when row.Name == OpenClock.Acknowledge => alert.Support.Except(alert.AcknowledgedSupport),
            AlertMark.Remind => [],
            AlertMark.Yellow => dispatch,
            AlertMark.Due when alert.Chain.Count > 0 => alert.Chain.Take(1),
            AlertMark.Red => alert.Chain.Concat(offices),
            _ => offices,
        };
        return [.. units.Prepend(alert.MustAct).Distinct().Except(alert.Recused)];
    }
}
