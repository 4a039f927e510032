using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Benchmarks.Events;

/// <summary>Time and memory a record with more and more records in the window.</summary>
internal static class CostCheck
{
    private const int Batch = 500;
    private const int Measured = 10_000;
    private const int WarmUp = 30_000;

    /// <summary>Fills a book to each size and measures the next 10,000 records: sketches, words and links; one core, processor time of the whole process.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<int> sizes, int seed, string? rows, CancellationToken cancellationToken)
    {
        await using var rig = new EventRig();
        await using var file = rows is null ? null : new RowFile(File.Create(rows));
        var told = new CostRecords(rig, seed);
        var sketcher = new Sketcher(rig.Tables);
        var book = new EventBook(rig.Rules);
        for (var i = 0; i < WarmUp; i += Batch)
        {
            Take(Draw(told.Next(Batch)));
        }

        (book, told) = (new EventBook(rig.Rules), new CostRecords(rig, seed));
        GC.Collect();
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var size in sizes)
        {
            while (book.Count < size)
            {
                var drawn = Draw(told.Next(Batch));
                file?.Write(drawn);
                Take(drawn);
            }

            var memory = (GC.GetTotalMemory(forceFullCollection: true) - empty) / 1048576.0;
            var texts = Enumerable.Range(0, Measured / Batch).Select(_ => told.Next(Batch)).ToList();
            var (drawing, measured) = Timed(() => texts.ConvertAll(Draw));
            var (linking, _) = Timed(() =>
            {
                measured.ForEach(Take);
                return true;
            });
            WriteLine($"{size} records in the window: {1e6 / (drawing + linking):0} records/s, {drawing + linking:0.0} µs a record: sketch and words {drawing:0.0}, link {linking:0.0}; {memory:0} MiB, {Environment.WorkingSet / 1048576} MiB resident");
            measured.ForEach(drawn => file?.Write(drawn));
            cancellationToken.ThrowIfCancellationRequested();
        }

        return 0;

        List<ToldRecord> Draw(List<JudgedRecord> records) => records.ConvertAll(judged => EventIntake.Told(judged, sketcher));

        void Take(List<ToldRecord> records) => book.Take(records.ConvertAll(one => one.Sketched.Record));
    }

    // Microseconds of processor time a record. Other work on the machine takes none of it, but may take room in caches.
    private static (double Time, T Result) Timed<T>(Func<T> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        var result = work();
        return ((Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Measured, result);
    }
}
