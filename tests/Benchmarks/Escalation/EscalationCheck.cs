using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Benchmarks.Checks;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.Benchmarks.Escalation;

/// <summary>What a run of the escalation timer costs beside more and more clocks that are not yet due: storage transactions and time.</summary>
internal static class EscalationCheck
{
    private const int AtOnce = 8;
    private static readonly int[] Due = [0, 0, 1, 25, 100];

    public static async Task RunAsync(int clocks, CancellationToken cancellationToken)
    {
        await using var bench = await Bench.StartAsync(cancellationToken);
        await bench.Storage().CreateAllAsync(cancellationToken);
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var seeded = 0;
        WriteLine("open clocks | due alerts | rows met | steps | transactions | of these a due alert | ms");
        for (var target = clocks / 100; target <= clocks; target *= 10)
        {
            await SeedAsync(bench.Storage(), seeded, target, time.GetUtcNow().AddDays(2), cancellationToken);
            seeded = target;
            foreach (var due in Due)
            {
                await MeasureAsync(bench, time, target, due, cancellationToken);
            }
        }
    }

    private static async Task MeasureAsync(Bench bench, FakeTimeProvider time, int open, int due, CancellationToken cancellationToken)
    {
        var room = new EscalationBench(bench, time);
        await room.OpenAsync(due, cancellationToken);
        time.Advance(TimeSpan.FromMinutes(8));
        var (before, start) = (room.Counter.Total, Stopwatch.GetTimestamp());
        var report = await room.Timer.RunAsync(cancellationToken);
        var (transactions, elapsed) = (room.Counter.Total - before, Stopwatch.GetElapsedTime(start));
        WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{open,11:N0} | {due,10} | {report.Rows,8} | {report.Steps,5} | {transactions,12} | {(due == 0 ? 0 : (double)transactions / due),20:F2} | {elapsed.TotalMilliseconds:F0}"));
        await room.CloseAsync(cancellationToken);
    }

    // Clocks of alerts that are not looked at: only their rows stand beside those that come.
    private static async Task SeedAsync(StorageClients storage, int from, int to, DateTimeOffset dueFrom, CancellationToken cancellationToken)
    {
        var table = storage.Table(StorageNames.OpenClocks);
        var transactions = Enumerable.Range(from, to - from).Chunk(100);
        await Parallel.ForEachAsync(
            transactions,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (numbers, token) => await table.SubmitTransactionAsync(
                numbers.Select(n => new TableTransactionAction(TableTransactionActionType.UpsertReplace, RowOf(n, dueFrom.AddSeconds(n)))), token));
    }

    private static TableEntity RowOf(int number, DateTimeOffset due)
    {
        var clock = new OpenClock($"A{90_000_000 + number}", OpenClock.Acknowledge, due, "zjj", AlertLevel.Blue);
        return new TableEntity("open", clock.RowKey)
        {
            ["AlertId"] = clock.AlertId,
            ["Clock"] = clock.Clock,
            ["DueAt"] = clock.DueAt,
            ["Unit"] = clock.Unit,
            ["Level"] = clock.Level,
        };
    }
}
