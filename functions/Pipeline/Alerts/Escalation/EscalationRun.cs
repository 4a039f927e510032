using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>
/// One run of the escalation timer: takes every moment of a running deadline that has come (催办, 升级, 黄牌, 红牌), and brings steps that broke off
/// to their end. Its cost depends on what has come, not on how many clocks run.
/// </summary>
public sealed class EscalationRun(
    IAlertStore store,
    IAlertAnnouncer announcer,
    IAlertSummarizer summarizer,
    AlertSettler settler,
    AlertRules rules,
    IUnitNames units,
    ClockNames names,
    TimeProvider time,
    ILogger<EscalationRun> logger)
{
    private const int AtOnce = 8;

    // What is left after a very long outage is taken by the next run, a minute later.
    private const int MostRows = 5_000;

    /// <summary>Runs once. A run that breaks off is made good by the next one: the rows go last.</summary>
    public async Task<EscalationReport> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await ReadAsync(now, cancellationToken);
        if (rows.Count == 0)
        {
            return EscalationReport.Nothing;
        }

        var clock = new AlertClockwork(store, settler, names, now);
        var alerts = rows.GroupBy(row => row.AlertId, StringComparer.Ordinal).Select(group => group.ToList()).ToList();
        var taken = new ClockOutcome[alerts.Count];
        await Parallel.ForAsync(
            0,
            alerts.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (index, token) => taken[index] = await clock.TakeAsync(alerts[index], token));

        await store.SaveClocksAsync([.. taken.SelectMany(outcome => outcome.Started)], cancellationToken);
        await TellAsync(taken, now, cancellationToken);
        await store.RemoveClocksAsync([.. taken.SelectMany(outcome => outcome.Ended)], cancellationToken);
        var report = EscalationReport.Of(rows.Count, taken);
        logger.EscalationDone(report.Rows, report.Steps, report.News, report.Repaired);
        return report;
    }

    private async Task<IReadOnlyList<OpenClock>> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<OpenClock> rows = [];
        await foreach (var page in store.DueAsync(now, cancellationToken))
        {
            rows.AddRange(page);
            if (rows.Count >= MostRows)
            {
                break;
            }
        }

        return rows;
    }

    private async Task TellAsync(IReadOnlyList<ClockOutcome> taken, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var news = ClockNews.Of([.. taken.SelectMany(outcome => outcome.News)], item => Audience.Of(item, rules.ReadingOffice, units), now);
        foreach (var group in news.Single.GroupBy(item => item.Again))
        {
            await announcer.AnnounceAsync([.. group.Select(item => item.News)], recheck: group.Key, cancellationToken);
        }

        foreach (var (heading, items) in news.Summaries)
        {
            await summarizer.SummarizeAsync(heading, items, cancellationToken);
        }
    }
}

/// <summary>What a run of the escalation timer did.</summary>
/// <param name="Rows">Rows of running clocks that had come.</param>
/// <param name="Steps">Log entries written.</param>
/// <param name="News">Pieces of news handed over for sending.</param>
/// <param name="Repaired">Alerts whose broken-off step was brought to its end.</param>
public sealed record EscalationReport(int Rows, int Steps, int News, int Repaired)
{
    internal static EscalationReport Nothing { get; } = new(0, 0, 0, 0);

    internal static EscalationReport Of(int rows, IReadOnlyList<ClockOutcome> taken) => new(
        rows, taken.Sum(outcome => outcome.Steps), taken.Sum(outcome => outcome.News.Count), taken.Count(outcome => outcome.News.Any(item => item.Again)));
}
