using System.Diagnostics;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Benchmarks.Events;

/// <summary>What an instance needs that is started anew beside a full window: its book from rows, all events once, then sweeps as records come.</summary>
internal static class OpenCheck
{
    private const int Fresh = 1_000;
    private const int Sweeps = 5;

    /// <summary>Makes the book and sweeps; the highest working set is that of the whole process, the judge loaded.</summary>
    public static async Task<int> RunAsync(string path, CancellationToken cancellationToken)
    {
        await using var rig = new EventRig();
        rig.LoadJudge();
        using var process = Process.GetCurrentProcess();
        Say(process, "started, the judge loaded");
        var shelf = new EventShelf(rig.Rules, DistrictView.Bare, []);
        var last = new Queue<SketchBatch>();
        var before = Environment.CpuUsage.TotalTime;
        await shelf.FillAsync(AllButLast(RowFile.ReadAsync(path, cancellationToken), last, cancellationToken), cancellationToken);
        Say(process, $"book of {shelf.Book.Count} records from rows in {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.0} s of processor time");

        var (stored, names, now) = (new Dictionary<string, StoredEvent>(StringComparer.Ordinal), new EventNames(), shelf.Newest);
        before = Environment.CpuUsage.TotalTime;
        await SweepAsync(all: true);
        Say(process, $"{stored.Count} events in {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.0} s");
        for (var sweep = 0; sweep < Sweeps && last.Count > 0; sweep++)
        {
            before = Environment.CpuUsage.TotalTime;
            var taken = shelf.Take([.. Enumerable.Range(0, Math.Min(2, last.Count)).Select(_ => last.Dequeue())]);
            var changed = await SweepAsync(all: false);
            Say(process, $"sweep of {taken} new records: {changed} events changed, {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:0} ms");
        }

        return 0;

        async Task<int> SweepAsync(bool all)
        {
            var changes = await new EventWriter(shelf, names, stored, new NoTexts(), now, new DateOnly(2025, 1, 1)).ChangesAsync(all, cancellationToken);
            foreach (var change in changes)
            {
                stored[change.Id] = change;
            }

            return changes.Count;
        }
    }

    private static async IAsyncEnumerable<SketchBatch> AllButLast(
        IAsyncEnumerable<SketchBatch> rows, Queue<SketchBatch> last, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            last.Enqueue(row);
            if (last.Sum(one => one.Records.Count) > Sweeps * Fresh)
            {
                yield return last.Dequeue();
            }
        }
    }

    private static void Say(Process process, string what)
    {
        process.Refresh();
        WriteLine($"{what}; {process.WorkingSet64 / 1048576} MiB resident, at most {process.PeakWorkingSet64 / 1048576}");
    }

    private sealed class NoTexts : IEventTexts
    {
        public Task<IReadOnlyDictionary<string, StoredRecord>> ReadAsync(IReadOnlyList<EventMember> members, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, StoredRecord>>(new Dictionary<string, StoredRecord>(StringComparer.Ordinal));
    }
}
