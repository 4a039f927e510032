using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Makes the log entry of a step that the transition table allows; what the clocks forbid is refused here.</summary>
internal sealed class StepEntries(IUnitNames units, ILegalClocks clocks)
{
    /// <summary>The entry that follows an alert's last one, or why there is none.</summary>
    public (AlertLogEntry? Entry, ActionResult? Refusal) Of(Alert alert, StepRequest request, DateTimeOffset now)
    {
        var entry = new AlertLogEntry(
            alert.Id, alert.LastSequence + 1, request.Step, now, request.By, request.Note, Unit: request.Unit, Source: request.Source);
        return request.Step switch
        {
            AlertStep.Returned => (entry with { To = NextUnit.Of(alert, units) }, null),
            AlertStep.Reassigned => (Reassigned(alert, request.To!, entry), null),
            AlertStep.Reopened => (Reopened(alert, entry), null),
            AlertStep.Extended => Extended(alert, request.Until!.Value, entry),
            _ => (entry, null),
        };
    }

    private AlertLogEntry Reassigned(Alert alert, string unit, AlertLogEntry entry) => entry with
    {
        To = unit,
        Chain = Shield.ChainOf(unit, alert.Recused, units),
        ReturnBy = clocks.ReturnBy(alert.Channels, entry.At),
    };

    // 条例 第27条: handled again on clocks of its own.
    private AlertLogEntry Reopened(Alert alert, AlertLogEntry entry)
    {
        var anew = clocks.Anew(alert.Channels, entry.At);
        var faults = anew.Faults.Count == 0 ? "" : $"（时限存疑：{string.Concat(anew.Faults)}）";
        return entry with { Deadlines = anew.Deadlines, Note = entry.Note + faults };
    }

    private (AlertLogEntry? Entry, ActionResult? Refusal) Extended(Alert alert, DateOnly until, AlertLogEntry entry)
    {
        var open = alert.Deadlines.Where(deadline => clocks.MayExtend(deadline.Clock)).ToList();
        if (open.Count == 0)
        {
            return (null, new ActionResult(ActionOutcome.Illegal, $"{alert.Id} 没有依规定可以延期的办理时限。", alert));
        }

        if (open.Find(deadline => deadline.DueAt < entry.At) is { } late)
        {
            return (null, new ActionResult(ActionOutcome.Illegal, $"{alert.Id} 的办理时限 {late.DueText} 已过，不能延期。", alert));
        }

        // A deadline that ends later anyway needs no extension.
        var asked = open.Where(deadline => ShanghaiTime.DayOf(deadline.DueAt) < until).ToList();
        var answers = (asked.Count == 0 ? open : asked)
            .Select(deadline => clocks.Extend(deadline, until, FirstDue(alert, deadline)))
            .ToList();
        return answers.Find(answer => answer.Refusal is not null) is { } refused
            ? (null, new ActionResult(ActionOutcome.Invalid, refused.Refusal!, alert))
            : (entry with { Deadlines = [.. answers.Select(answer => answer.Deadline!)] }, null);
    }

    // A deadline that was put off starts where the first one ended: all extensions together are bounded by it.
    private static DateTimeOffset? FirstDue(Alert alert, AlertDeadline deadline) => deadline.DueAt == alert.ExtendedTo ? deadline.StartAt : null;
}
