using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Benchmarks.Events;

/// <summary>Invented matters among the stream: how many are found, how soon, and what else is raised.</summary>
internal static class BurstCheck
{
    private static readonly DateTimeOffset Start = new(2019, 1, 5, 0, 0, 0, TimeSpan.FromHours(8));
    private const int Days = 150;

    /// <summary>Mixes matters of 5 to 50 records, each with two of other trouble at the same place, into the stream.</summary>
    public static async Task<int> RunAsync(string data, int count, int seed, CancellationToken cancellationToken)
    {
        await using var rig = new EventRig();
        var maker = rig.Maker(seed);
        var random = new Random(seed + 1);
        var stream = await rig.StreamAsync(data, cancellationToken);
        var told = new List<SubmittedRecord>();
        var matters = new List<(InventedMatter Matter, HashSet<string> Ids)>();
        for (var m = 0; m < count; m++)
        {
            var matter = maker.Matter(m, maker.AllKinds[m % maker.AllKinds.Count]);
            var start = Start.AddDays(random.NextDouble() * Days);
            var records = maker.Tell(matter, random.Next(5, 51), start, 1 + (random.NextDouble() * 13)).ToList();
            matters.Add((matter, records.Select(r => r.SourceId).ToHashSet(StringComparer.Ordinal)));
            told.AddRange(records);
            told.AddRange(Enumerable.Range(0, 2)
                .Select(i => maker.SamePlaceOtherTrouble(matter, $"{m}-other{i}", start.AddDays(random.NextDouble() * 7)))
                .OfType<SubmittedRecord>());
        }

        var events = rig.Replay([.. stream, .. rig.Mask(told)], cancellationToken);
        Report(matters, events, told.Concat<RecordFields>(stream).ToDictionary(r => r.SourceId, r => r.ReceivedAt, StringComparer.Ordinal), stream.Count);
        return 0;
    }

    /// <summary>Each matter told once in each of six registers.</summary>
    public static async Task<int> RegistersAsync(string data, int count, int seed, CancellationToken cancellationToken)
    {
        await using var rig = new EventRig();
        var maker = rig.Maker(seed);
        var random = new Random(seed + 1);
        var stream = await rig.StreamAsync(data, cancellationToken);
        var matters = new List<(InventedMatter Matter, List<SubmittedRecord> Records)>();
        for (var m = 0; m < count; m++)
        {
            var matter = maker.Matter(m, maker.AllKinds[m % maker.AllKinds.Count]);
            matters.Add((matter, [.. maker.TellInSixRegisters(matter, Start.AddDays(random.NextDouble() * Days), 5)]));
        }

        var final = rig.Replay([.. stream, .. rig.Mask(matters.SelectMany(m => m.Records))], cancellationToken).Where(e => e.Final).ToList();
        var most = matters.ConvertAll(m => final.Select(e => e.Records.Count(id => m.Records.Exists(r => r.SourceId == id))).DefaultIfEmpty().Max());
        WriteLine($"told in six registers: {count}; one event of all six: {most.Count(hits => hits == 6)}, of five or more: {most.Count(hits => hits >= 5)}, of four or more: {most.Count(hits => hits >= 4)}");
        foreach (var (_, records) in matters)
        {
            var best = final.MaxBy(e => e.Records.Count(id => records.Exists(r => r.SourceId == id)));
            foreach (var lost in records.Where(r => best?.Records.Contains(r.SourceId, StringComparer.Ordinal) != true))
            {
                WriteLine($"  alone: {lost.Channel} {lost.Title} {lost.Body.ReplaceLineEndings(" ")}");
            }
        }

        return 0;
    }

    private static void Report(
        List<(InventedMatter Matter, HashSet<string> Ids)> matters, IReadOnlyList<ReplayedEvent> events, Dictionary<string, DateTimeOffset> times, int background)
    {
        var final = events.Where(e => e.Final).ToList();
        var (found, whole, strangers) = (0, 0, 0.0);
        var delays = new List<int>();
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (matter, ids) in matters)
        {
            var best = final.MaxBy(e => e.Records.Count(ids.Contains))!;
            var hits = best.Records.Count(ids.Contains);
            whole += hits >= 0.7 * ids.Count ? 1 : 0;
            strangers += 1 - (hits / (double)best.Records.Count);
            if (hits * 2 < best.Records.Count)
            {
                WriteLine($"not found: {matter.Kind} {matter.Name}, {hits} of {ids.Count} among {best.Records.Count}");
                continue;
            }

            found++;
            own.Add(best.EventId);
            delays.Add(ids.Count(id => times[id] <= best.RaisedAt));
        }

        delays.Sort();
        var mixed = final.Where(e => e.Records.Any(id => id.StartsWith("burst-", StringComparison.Ordinal)) && !own.Contains(e.EventId)).ToList();
        var parts = mixed.Count(e => matters.Exists(m => e.Records.Count(m.Ids.Contains) >= 0.7 * e.Records.Count));
        WriteLine($"invented matters: {matters.Count}; found (raised, mostly its own): {found} ({100.0 * found / matters.Count:0.0} %), with 70 % of its records: {whole}; strangers {strangers / matters.Count:0.000}");
        WriteLine($"records until raised: median {delays[delays.Count / 2]}, nine of ten within {delays[delays.Count * 9 / 10]}");
        WriteLine($"raised beside them: {mixed.Count}, of these second parts of a matter {parts}, false {mixed.Count - parts} ({(mixed.Count - parts) * 1000.0 / background:0.0} per 1,000 records of background)");
    }
}
