using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>
/// Judges stored records again with the model of now. Alerts are neither opened nor closed for old records: one that newly looks like an
/// emergency is put up for a person. Running again changes nothing.
/// </summary>
public sealed class Rescorer(IRecordJudge judge, IVerdictStore verdicts, IReviewStore review, IDirtyDays dirtyDays, TimeProvider time)
{
    private const int MaxRounds = 10;

    /// <summary>Judges the records of some days, both included (Asia/Shanghai), of one channel or of all.</summary>
    /// <param name="from">First day received.</param>
    /// <param name="to">Last day received.</param>
    /// <param name="channel">Channel code; null for all.</param>
    /// <param name="progress">Told the share done, 0 to 1, and the records read.</param>
    /// <param name="cancellationToken">Ends the work; what was written stays, and a new run does the rest.</param>
    public async Task<RescoreReport> RunAsync(
        DateOnly from, DateOnly to, string? channel, Action<double, int>? progress, CancellationToken cancellationToken)
    {
        var report = new RescoreReport();
        var channels = channel is null ? Channels.All : [channel];
        var touched = new HashSet<DateOnly>();
        var days = to.DayNumber - from.DayNumber + 1;
        for (var index = 0; index < channels.Count; index++)
        {
            await foreach (var rows in verdicts.ReadAsync(channels[index], from, to, cancellationToken))
            {
                report.Read += rows.Count;
                await RejudgeAsync(rows, report, touched, cancellationToken);
                var day = DayOf(rows[^1]).DayNumber - from.DayNumber + 1;
                progress?.Invoke((index + ((double)day / days)) / channels.Count, report.Read);
            }
        }

        // Once more: a rollup may have counted a day, and cleared its mark, while rows of it were still to be written.
        await dirtyDays.MarkAsync(touched, cancellationToken);
        return report;
    }

    private static DateOnly DayOf(StoredVerdict row) => ShanghaiTime.DayOf(row.Stored.Record.ReceivedAt);

    private async Task RejudgeAsync(IReadOnlyList<StoredVerdict> rows, RescoreReport report, HashSet<DateOnly> touched, CancellationToken cancellationToken)
    {
        for (var round = 0; rows.Count > 0; round++)
        {
            if (round == MaxRounds)
            {
                throw new InvalidOperationException($"{rows.Count} records kept changing under another writer: run rescore again when the imports are done.");
            }

            var judged = judge.Judge([.. rows.Select(row => row.Stored.Record)], cancellationToken);
            var changed = rows.Select((row, i) => (Row: row, Judged: judged[i], Change: row.Renew(judged[i].Verdict))).Where(one => one.Change.Any).ToList();
            // Before the rows: whoever dies here finds the same changes again, and does all of it again.
            await PutUpAsync([.. changed.Where(one => one.Change.BecameEmergency).Select(one => one.Judged)], cancellationToken);
            await MarkAsync(changed.Where(one => one.Change.MovesCounts).Select(one => DayOf(one.Row)), touched, cancellationToken);
            rows = await verdicts.WriteAsync([.. changed.Select(one => one.Row)], cancellationToken);
            var overtaken = rows.Select(row => row.Stored.Record.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var (row, one, change) in changed.Where(one => !overtaken.Contains(one.Row.Stored.Record.Key)))
            {
                report.Add(change, one.Verdict.Model);
            }
        }
    }

    private async Task PutUpAsync(IReadOnlyList<JudgedRecord> emergencies, CancellationToken cancellationToken)
    {
        if (emergencies.Count > 0)
        {
            await review.AddAsync([.. emergencies.Select(WithReason)], time.GetUtcNow(), cancellationToken);
        }
    }

    private static JudgedRecord WithReason(JudgedRecord judged) => judged with
    {
        Verdict = judged.Verdict with { NeedsReview = true, Why = [$"重新研判后新认定为突发，未自动发出预警（模型 {judged.Verdict.Model}）", .. judged.Verdict.Urgency.Why] },
    };

    private async Task MarkAsync(IEnumerable<DateOnly> days, HashSet<DateOnly> touched, CancellationToken cancellationToken)
    {
        var fresh = days.Where(touched.Add).ToList();
        if (fresh.Count > 0)
        {
            await dirtyDays.MarkAsync(fresh, cancellationToken);
        }
    }
}
