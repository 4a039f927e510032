using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Benchmarks.Events;

/// <summary>Time and memory a record with more and more records in the window.</summary>
internal static class CostCheck
{
    private const int Batch = 500;
    private const int Measured = 10_000;
    private const int WarmUp = 30_000;

    /// <summary>Fills a book and measures the last records before each size, sketches included; one core.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<int> sizes, int seed, CancellationToken cancellationToken)
    {
        await using var rig = new EventRig();
        var maker = rig.Maker(seed, manyNames: true);
        var random = new Random(seed);
        var made = 0;
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var sketcher = new Sketcher(rig.Tables);
        var book = new EventBook(rig.Rules);
        for (var i = 0; i < WarmUp; i += Batch)
        {
            Take(Next(Batch));
        }

        book = new EventBook(rig.Rules);
        made = 0;
        GC.Collect();
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var size in sizes)
        {
            while (made < size - Measured)
            {
                Take(Next(Batch));
            }

            var measured = Enumerable.Range(0, Measured / Batch).Select(_ => Next(Batch)).ToList();
            // Processor time, for other work on the machine says nothing of this.
            var before = Environment.CpuUsage.UserTime;
            measured.ForEach(Take);
            var perSecond = Measured / (Environment.CpuUsage.UserTime - before).TotalSeconds;
            var memory = (GC.GetTotalMemory(forceFullCollection: true) - empty) / 1048576.0;
            WriteLine($"{size} records in the window: {perSecond:0} records/s, {1e6 / perSecond:0.0} µs a record, {memory:0} MiB, {Environment.WorkingSet / 1048576} MiB resident");
            cancellationToken.ThrowIfCancellationRequested();
        }

        return 0;

        List<CitizenRecord> Next(int count)
        {
            // One in three records tells of a matter of five; the others each of a matter of their own.
            var records = new List<SubmittedRecord>(count);
            while (records.Count < count)
            {
                var matter = maker.Matter(made + records.Count, maker.AllKinds[random.Next(maker.AllKinds.Count)]);
                records.AddRange(maker.Tell(matter, random.Next(12) == 0 ? 5 : 1, start.AddSeconds(made * 5), 3));
            }

            made += records.Count;
            return [.. rig.Mask(records)];
        }

        void Take(List<CitizenRecord> records) =>
            book.Take([.. records.Select(r => new EventRecord(r.Key, r.ReceivedAt, (ulong)r.Key.GetHashCode(StringComparison.Ordinal), r.Channel, "zjj", 0.9f, 0, 0, sketcher.Draw(r)))]);
    }
}
