using System.Text.Json;
using SentimentWatch.Benchmarks.Generation;
using SentimentWatch.Benchmarks.Harness;

namespace SentimentWatch.Benchmarks.Checks;

/// <summary>An import killed with SIGKILL at random moments and started again must leave the same rows and alerts as an undisturbed one.</summary>
internal static class CrashCheck
{
    // Moments of processing, and the batch that happened to carry a record, differ between any two runs.
    private static readonly HashSet<string> Moments =
        new(StringComparer.Ordinal) { "odata.etag", "Timestamp", "acceptedAt", "storedAt", "batchId", "OpenedAt", "AcknowledgeBy", "LastSequence" };

    public static async Task RunAsync(int count, int emergencies, int kills, CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).AddDays(-1).DateTime);
        var records = new RecordGenerator(7, day).Day(count, emergencies);
        var whole = await StateAsync(records, 0, cancellationToken);
        var killed = await StateAsync(records, kills, cancellationToken);
        foreach (var (name, rows) in whole)
        {
            var others = killed[name];
            var differ = rows.Keys.Union(others.Keys, StringComparer.Ordinal)
                .Where(key => !string.Equals(rows.GetValueOrDefault(key), others.GetValueOrDefault(key), StringComparison.Ordinal)).ToList();
            WriteLine($"{name}: undisturbed {rows.Count}, killed {others.Count}, differ {differ.Count}");
            foreach (var key in differ.Take(3))
            {
                WriteLine($"  {key}\n    {rows.GetValueOrDefault(key)}\n    {others.GetValueOrDefault(key)}");
            }
        }
    }

    private static async Task<Dictionary<string, SortedDictionary<string, string>>> StateAsync(
        IReadOnlyList<Pipeline.Records.SubmittedRecord> records, int kills, CancellationToken cancellationToken)
    {
        await using var bench = await Bench.StartAsync(cancellationToken);
        var files = await RecordFiles.WriteAsync(records, Path.Combine(bench.Folder, "files"), cancellationToken);
        var random = new Random(11);
        var done = 0;
        foreach (var (channel, file) in files)
        {
            while (true)
            {
                await using var host = HostProcess.Start(bench.Settings, "import", file, "--channel", channel, "--data", Path.Combine(bench.Folder, "data"));
                if (done < kills)
                {
                    var end = host.EndAsync(cancellationToken);
                    if (await Task.WhenAny(end, Task.Delay(random.Next(1000, 4500), cancellationToken)) != end)
                    {
                        await host.KillAsync(cancellationToken);
                        WriteLine($"kill {++done} in the import of {channel}");
                        continue;
                    }
                }

                var code = await host.EndAsync(cancellationToken);
                WriteLine($"{channel} (exit {code}): {host.Output.Trim().ReplaceLineEndings(" | ")}");
                break;
            }
        }

        await DrainAsync(bench, cancellationToken);
        var storage = bench.Storage();
        var state = new Dictionary<string, SortedDictionary<string, string>>(StringComparer.Ordinal)
        {
            ["records"] = await Snapshot.TableAsync(storage, "records", Moments, cancellationToken),
            ["alerts"] = await Snapshot.TableAsync(storage, "alerts", Moments, cancellationToken),
            ["review"] = await Snapshot.TableAsync(storage, "review", Moments, cancellationToken),
            ["members of alerts"] = await MembersAsync(storage, cancellationToken),
        };
        WriteLine($"kills {done}, cards {bench.Receiver.Cards.Count}, alerts {state["alerts"].Count}");
        return state;
    }

    // What a killed import had queued is worked off by the host, as on any day.
    private static async Task DrainAsync(Bench bench, CancellationToken cancellationToken)
    {
        var (host, http) = await bench.ServeAsync(cancellationToken);
        await using var _ = host;
        using var __ = http;
        var storage = bench.Storage();
        for (var empty = 0; empty < 5;)
        {
            var waiting = 0;
            foreach (var queue in new[] { "records", "records-urgent", "notify" })
            {
                waiting += (await storage.Queue(queue).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
            }

            empty = waiting == 0 ? empty + 1 : 0;
            await Task.Delay(1000, cancellationToken);
        }
    }

    private static async Task<SortedDictionary<string, string>> MembersAsync(Pipeline.Storage.StorageClients storage, CancellationToken cancellationToken)
    {
        var members = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        await foreach (var row in storage.Table("alertlog").QueryAsync<Azure.Data.Tables.TableEntity>(cancellationToken: cancellationToken))
        {
            var records = row.GetString("Records") ?? "[]";
            foreach (var key in JsonSerializer.Deserialize<string[]>(records)!)
            {
                (members.TryGetValue(row.PartitionKey, out var set) ? set : members[row.PartitionKey] = new(StringComparer.Ordinal)).Add(key);
            }
        }

        return new(members.ToDictionary(pair => pair.Key, pair => string.Join(' ', pair.Value), StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
