using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Takes the lifecycle steps of units, offices and administrators. Of two who act at once one wins and the other is told.</summary>
public sealed class AlertActions(
    IAlertStore store, IAlertAnnouncer announcer, IUnitNames units, TimeProvider time, ILegalClocks? clocks = null)
{
    private const int NoteLength = 1_000;

    private readonly AlertSettler _settler = new(store, announcer);
    private readonly StepEntries _entries = new(units, clocks ?? new NoLegalClocks());

    /// <summary>Takes one step for a unit (or <see cref="AlertActors.Admin"/>); the note is masked before it is kept.</summary>
    public Task<ActionResult> ApplyAsync(string alertId, string unit, string step, string by, string? note, CancellationToken cancellationToken) =>
        ApplyAsync(new StepRequest(alertId, unit, step, by, note), cancellationToken);

    /// <inheritdoc cref="ApplyAsync(string, string, string, string, string?, CancellationToken)"/>
    public async Task<ActionResult> ApplyAsync(StepRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request = request with { Note = Clean(request.Note) };
        OpenClock? settle = null;
        while (true)
        {
            var log = await store.LogAsync(request.AlertId, cancellationToken);
            var now = time.GetUtcNow();
            var before = AlertFold.Of(log);
            if (before.Alert is not { } alert)
            {
                return new ActionResult(ActionOutcome.NotFound, $"没有编号为 {request.AlertId} 的预警。");
            }

            var (entry, refusal) = StepPolicy.Refusal(alert, request, units, now) is { } no ? (null, no) : _entries.Of(alert, request, now);
            if (refusal is null or { Outcome: ActionOutcome.Illegal } && Repeated(log, request) is not null)
            {
                refusal = new ActionResult(ActionOutcome.Already, $"{alert.Id} 的这条指令已处理，无需重复。", alert);
            }

            if (refusal is not null)
            {
                return await RefusedAsync(log, request, refusal, settle, cancellationToken);
            }

            settle ??= await BeginAsync(alert, cancellationToken);
            if (await store.TryAppendAsync([entry!], cancellationToken))
            {
                return await TakenAsync(before, log, entry!, request, settle, cancellationToken);
            }
        }
    }

    // Written first: a process that dies after the log entry, or on the way back to what the log says, loses neither row nor clocks nor news.
    private async Task<OpenClock> BeginAsync(Alert alert, CancellationToken cancellationToken)
    {
        var settle = OpenClock.SettleOf(alert, time.GetUtcNow());
        await store.SaveClocksAsync([settle], cancellationToken);
        return settle;
    }

    private async Task<ActionResult> TakenAsync(
        AlertFold before, IReadOnlyList<AlertLogEntry> log, AlertLogEntry entry, StepRequest request, OpenClock settle, CancellationToken cancellationToken)
    {
        var after = AlertFold.Of([.. log, entry]);
        var (old, alert) = (before.Alert!, after.Alert!);
        await _settler.SettleAsync([.. log, entry], OpenClock.RowsOf(old), cancellationToken);
        IReadOnlyList<Announcement> news = [.. after.Announcements.Skip(before.Announcements.Count)];
        if (news.Count > 0)
        {
            await announcer.AnnounceAsync(news, recheck: false, cancellationToken);
        }

        if (!AlertSettler.IsUnsettled(log, entry.At))
        {
            await store.RemoveClockAsync(settle, cancellationToken);
        }

        var supports = request.Unit != old.Unit && old.Support.Contains(request.Unit) ? "（协办）" : "";
        return new ActionResult(ActionOutcome.Done, $"{alert.Id} 已{request.Step}{supports}，现为“{AlertState.NameOf(alert.State)}”。", alert);
    }

    // A step that broke off after its log entry is mended by its repeat.
    private async Task<ActionResult> RefusedAsync(
        IReadOnlyList<AlertLogEntry> log, StepRequest request, ActionResult refusal, OpenClock? settle, CancellationToken cancellationToken)
    {
        if (refusal.Outcome == ActionOutcome.Already)
        {
            settle ??= await BeginAsync(refusal.Alert!, cancellationToken);
            await _settler.MendAsync(log, (Repeated(log, request) ?? log[^1]).At, cancellationToken);
        }

        if (settle is not null)
        {
            await store.RemoveClockAsync(settle, cancellationToken);
        }

        return refusal;
    }

    private static AlertLogEntry? Repeated(IReadOnlyList<AlertLogEntry> log, StepRequest request) => request.Source is { } source
        ? log.FirstOrDefault(entry => entry.Source == source && entry.Unit == request.Unit)
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
