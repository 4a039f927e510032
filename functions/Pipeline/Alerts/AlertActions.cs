using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Takes the lifecycle steps of units and administrators. Of two who act at once one wins and the other is told.</summary>
public sealed class AlertActions(IAlertStore store, IAlertAnnouncer announcer, IUnitNames units, TimeProvider time)
{
    private const int NoteLength = 1_000;

    /// <summary>Takes one step for a unit (or <see cref="AlertActors.Admin"/>); the note is masked before it is kept.</summary>
    public Task<ActionResult> ApplyAsync(string alertId, string unit, string step, string by, string? note, CancellationToken cancellationToken) =>
        ApplyAsync(new StepRequest(alertId, unit, step, by, note), cancellationToken);

    /// <inheritdoc cref="ApplyAsync(string, string, string, string, string?, CancellationToken)"/>
    public async Task<ActionResult> ApplyAsync(StepRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var note = Clean(request.Note);
        while (true)
        {
            var log = await store.LogAsync(request.AlertId, cancellationToken);
            var before = AlertFold.Of(log);
            if (before.Alert is not { } alert)
            {
                return new ActionResult(ActionOutcome.NotFound, $"没有编号为 {request.AlertId} 的预警。");
            }

            var refusal = StepPolicy.Refusal(alert, request with { Note = note }) ?? UnknownUnit(request);
            if (refusal is null or { Outcome: ActionOutcome.Illegal } && IsRepeat(log, request))
            {
                refusal = new ActionResult(ActionOutcome.Already, $"{alert.Id} 的这条指令已处理，无需重复。", alert);
            }

            if (refusal is not null)
            {
                await RepairAsync(before, log, refusal, cancellationToken);
                return refusal;
            }

            var entry = new AlertLogEntry(
                alert.Id, alert.LastSequence + 1, request.Step, time.GetUtcNow(), request.By, note,
                Unit: request.Unit, To: request.To, Source: request.Source);
            if (await store.TryAppendAsync([entry], cancellationToken))
            {
                return await TakenAsync(before, [.. log, entry], request, cancellationToken);
            }
        }
    }

    private async Task<ActionResult> TakenAsync(
        AlertFold before, IReadOnlyList<AlertLogEntry> log, StepRequest request, CancellationToken cancellationToken)
    {
        var (old, own) = (before.Alert!, AlertFold.Of(log));
        var alert = own.Alert!;
        await AlertSettling.SettleAsync(store, log, cancellationToken);
        var (waited, waits) = (AlertSettling.WaitsForAcknowledgement(old), AlertSettling.WaitsForAcknowledgement(alert));
        var moved = old.AcknowledgeBy != alert.AcknowledgeBy;
        if (waits && (!waited || moved || old.Unit != alert.Unit))
        {
            await store.SaveClocksAsync([OpenClock.AcknowledgeOf(alert)], cancellationToken);
        }

        if (waited && (!waits || moved))
        {
            await store.RemoveClockAsync(OpenClock.AcknowledgeOf(old), cancellationToken);
        }

        IReadOnlyList<Announcement> news = [.. own.Announcements.Skip(before.Announcements.Count)];
        if (news.Count > 0)
        {
            await announcer.AnnounceAsync(news, recheck: false, cancellationToken);
        }

        var supports = request.Unit != old.Unit && request.Unit != AlertActors.Admin ? "（协办）" : "";
        return new ActionResult(ActionOutcome.Done, $"{alert.Id} 已{request.Step}{supports}，现为“{AlertState.NameOf(alert.State)}”。", alert);
    }

    // A step that broke off after its log entry is mended by its repeat.
    private async Task RepairAsync(AlertFold fold, IReadOnlyList<AlertLogEntry> log, ActionResult result, CancellationToken cancellationToken)
    {
        if (result.Outcome != ActionOutcome.Already)
        {
            return;
        }

        await AlertSettling.SettleAsync(store, log, cancellationToken);
        if (!AlertSettling.WaitsForAcknowledgement(fold.Alert!))
        {
            await store.RemoveClockAsync(OpenClock.AcknowledgeOf(fold.Alert!), cancellationToken);
        }

        if (fold.Announcements[^1].At == log[^1].At)
        {
            await announcer.AnnounceAsync([fold.Announcements[^1]], recheck: true, cancellationToken);
        }
    }

    private static bool IsRepeat(IReadOnlyList<AlertLogEntry> log, StepRequest request) =>
        request.Source is { } source && log.Any(entry => entry.Source == source && entry.Unit == request.Unit);

    private ActionResult? UnknownUnit(StepRequest request) => request.Step == AlertStep.Reassigned && !units.IsKnown(request.To!)
        ? new ActionResult(ActionOutcome.Invalid, $"没有代码为“{request.To}”的单位。")
        : null;

    private static string? Clean(string? note)
    {
        if (string.IsNullOrWhiteSpace(note))
        {
            return null;
        }

        var masked = Masker.Mask(note.Trim());
        return masked.Length <= NoteLength ? masked : string.Concat(masked.AsSpan(0, NoteLength - 1), "…");
    }
}
