using SentimentWatch.Benchmarks.Generation;
using SentimentWatch.Benchmarks.Harness;

namespace SentimentWatch.Benchmarks.Checks;

/// <summary>Storage transactions per 1,000 records of one generated day over six channels, imported twice; the second import must change nothing.</summary>
internal static class TransactionsCheck
{
    public static async Task RunAsync(int count, int emergencies, CancellationToken cancellationToken)
    {
        await using var bench = await Bench.StartAsync(cancellationToken);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).AddDays(-1).DateTime);
        var records = new RecordGenerator(1, today).Day(count, emergencies);
        var files = await RecordFiles.WriteAsync(records, Path.Combine(bench.Folder, "files"), cancellationToken);
        await bench.Storage().CreateAllAsync(cancellationToken);
        for (var run = 1; run <= 2; run++)
        {
            WriteLine($"import {run} of {records.Count} records, {emergencies} emergencies among them:");
            foreach (var (channel, file) in files)
            {
                await using var host = HostProcess.Start(bench.Settings, "import", file, "--channel", channel, "--verbose", "--data", Path.Combine(bench.Folder, "data"));
                var code = await host.EndAsync(cancellationToken);
                WriteLine($"{channel} (exit {code}): {host.Output.Trim()}");
            }

            WriteLine($"cards so far: {bench.Receiver.Cards.Count}");
        }
    }
}
