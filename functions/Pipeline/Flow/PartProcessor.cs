using System.Text.Json;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>
/// Takes one part from the queue through judging and routing to alerts, records and review.
/// Alerts come before the rows of their records, so that a row says its alerts are out. Review rows, day marks and the events' row come after them: a replay
/// knows by the batch id of a row that it wrote it itself, and does these again.
/// </summary>
public sealed class PartProcessor(
    IPartStore parts,
    IRecordJudge judge,
    AlertDesk alerts,
    AlertRules alertRules,
    IRecordStore records,
    IReviewStore review,
    IDirtyDays dirtyDays,
    EventIntake events,
    TimeProvider time,
    ILogger<PartProcessor> logger)
{
    private static readonly TimeSpan DayMargin = TimeSpan.FromHours(2);

    /// <summary>Processes a message of <c>records</c> or <c>records-urgent</c>. Any number of replays, whole or broken off, have one effect.</summary>
    /// <param name="message">A <see cref="PartMessage"/> as JSON.</param>
    /// <param name="dequeueCount">1 at the first try.</param>
    /// <param name="cancellationToken">Ends the work; the message comes again.</param>
    /// <exception cref="InvalidDataException">The message or its part is damaged.</exception>
    public async Task ProcessAsync(string message, int dequeueCount, CancellationToken cancellationToken)
    {
        var part = Parse(message);
        var judged = judge.Judge(PartCodec.Read(await ContentOfAsync(part, cancellationToken)), cancellationToken);
        var opened = await AlertAsync(judged, part, dequeueCount > 1, cancellationToken);
        var outcomes = await records.StoreAsync(judged, part.BatchId, part.AcceptedAt, cancellationToken);
        var changed = judged.Where((_, index) => outcomes[index] != StoreOutcome.Unchanged).ToList();
        await Task.WhenAll(
            ReviewAsync(changed, part, cancellationToken),
            MarkLateDaysAsync(changed, cancellationToken),
            events.TakeAsync(changed, part.BatchId, part.Part, cancellationToken));
        var result = new PartResult(
            part.BatchId,
            part.Part,
            Failed: false,
            outcomes.Count(outcome => outcome == StoreOutcome.Stored),
            outcomes.Count(outcome => outcome == StoreOutcome.Updated),
            outcomes.Count(outcome => outcome == StoreOutcome.Unchanged),
            opened);
        await parts.WriteResultAsync(result, cancellationToken);
        FlowLog.Processed(logger, result.BatchId, result.Part, result.Stored, result.Updated, result.Unchanged, result.Alerts, dequeueCount);
    }

    private static PartMessage Parse(string message)
    {
        try
        {
            var part = JsonSerializer.Deserialize(message, IntakeJson.Wire.PartMessage);
            return part is not null && BatchId.IsValid(part.BatchId)
                ? part
                : throw new InvalidDataException("The queue message names no batch.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The queue message is no part message.", e);
        }
    }

    private async Task<byte[]> ContentOfAsync(PartMessage part, CancellationToken cancellationToken) =>
        part.Inline is { } inline
            ? Convert.FromBase64String(inline)
            : await parts.ReadAsync(part.BatchId, part.Part, cancellationToken)
                ?? throw new InvalidDataException($"Part {part.Part} of batch {part.BatchId} is not in the container batches.");

    /// <summary>Hands the dangerous records that this part brings to the alert desk; a replay hands them in again, which changes nothing.</summary>
    private async Task<int> AlertAsync(IReadOnlyList<JudgedRecord> judged, PartMessage part, bool replayed, CancellationToken cancellationToken)
    {
        var oldest = part.AcceptedAt - TimeSpan.FromDays(alertRules.AlertMaxAgeDays);
        var dangerous = judged.Where(one => one.Record.ReceivedAt >= oldest && alertRules.GradeOf(one.Verdict) is not null).ToList();
        if (dangerous.Count == 0)
        {
            return 0;
        }

        var due = (await records.SelectDueAsync([.. dangerous.Select(one => one.Record)], part.BatchId, cancellationToken)).ToHashSet();
        dangerous.RemoveAll(one => !due.Contains(one.Record));
        return dangerous.Count == 0
            ? 0
            : await alerts.HandleAsync(dangerous, new PartContext(part.BatchId, part.Part, part.AcceptedAt, replayed), cancellationToken);
    }

    private async Task ReviewAsync(IReadOnlyList<JudgedRecord> changed, PartMessage part, CancellationToken cancellationToken)
    {
        var doubtful = changed.Where(one => one.Verdict.NeedsReview).ToList();
        if (doubtful.Count > 0)
        {
            await review.AddAsync(doubtful, part.AcceptedAt, cancellationToken);
        }
    }

    /// <summary>Today and yesterday are counted again and again anyway; older days only when they are marked.</summary>
    /// <remarks>Close to midnight a day may grow old before it is counted, so the new day begins two hours early here.</remarks>
    private async Task MarkLateDaysAsync(IReadOnlyList<JudgedRecord> changed, CancellationToken cancellationToken)
    {
        var yesterday = ShanghaiTime.DayOf(time.GetUtcNow() + DayMargin).AddDays(-1);
        var late = changed.Select(one => ShanghaiTime.DayOf(one.Record.ReceivedAt)).Where(day => day < yesterday).Distinct().ToList();
        if (late.Count > 0)
        {
            await dirtyDays.MarkAsync(late, cancellationToken);
        }
    }
}
