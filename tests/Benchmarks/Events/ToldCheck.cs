using SentimentWatch.Pipeline.Flow;

namespace SentimentWatch.Benchmarks.Events;

/// <summary>The matters written out by hand, set by set, among the stream.</summary>
internal static class ToldCheck
{
    private const double EnoughMembers = 0.7;
    private const double MostStrangers = 0.1;

    /// <summary>Prints for each set how many matters are found whole and pure, and how many are one event when told in six registers alone.</summary>
    public static async Task<int> RunAsync(string data, int seed, bool verbose, CancellationToken cancellationToken)
    {
        await using var rig = new EventRig();
        var stream = await rig.StreamAsync(data, cancellationToken);
        foreach (var set in ToldMatters.Sets)
        {
            var told = ToldMatters.Load(EventRig.Folder, set, seed);
            var matters = told.Where(t => t.Matter is not null).GroupBy(t => t.Matter!, StringComparer.Ordinal).ToList();
            var final = rig.Replay([.. stream, .. rig.Mask(told.Select(t => t.Record))], cancellationToken).Where(e => e.Final).ToList();
            var (whole, members, strangers) = (0, 0.0, 0.0);
            foreach (var matter in matters)
            {
                var (hits, others, best) = Find(final, [.. matter.Select(t => t.Record.SourceId)]);
                var good = hits >= EnoughMembers * matter.Count() && others <= MostStrangers * (hits + others);
                whole += good ? 1 : 0;
                members += hits / (double)matter.Count();
                strangers += others / Math.Max(1.0, hits + others);
                if (verbose && !good)
                {
                    WriteLine($"  {matter.Key}: {hits} of {matter.Count()}, strangers {others}: {best?.Title}");
                }
            }

            var own = told.Select(t => t.Record.SourceId).ToHashSet(StringComparer.Ordinal);
            var beside = final.Count(e => e.Records.Count(own.Contains) * 2 >= e.Records.Count
                && matters.TrueForAll(m => m.Count(t => e.Records.Contains(t.Record.SourceId, StringComparer.Ordinal)) < EnoughMembers * e.Records.Count));
            WriteLine($"{set}: {matters.Count} matters of {matters.Average(m => m.Count()):0.#} texts; found whole and pure {whole}; members {members / matters.Count:0.000}, strangers {strangers / matters.Count:0.000}; raised of its texts but of no one matter {beside}");
            Registers(rig, [.. stream], told, matters, set, cancellationToken);
        }

        return 0;
    }

    private static void Registers(
        EventRig rig, List<Pipeline.Records.CitizenRecord> stream, IReadOnlyList<WrittenRecord> told, List<IGrouping<string, WrittenRecord>> matters, string set, CancellationToken cancellationToken)
    {
        if (matters[0].Select(t => t.Record.Channel).Distinct(StringComparer.Ordinal).Count() == 1)
        {
            return;
        }

        var six = matters.ConvertAll(m => m.Take(ToldMatters.Registers).ToList());
        var apart = told.Where(t => t.Matter is null);
        var final = rig.Replay([.. stream, .. rig.Mask(six.SelectMany(m => m).Concat(apart).Select(t => t.Record))], cancellationToken).Where(e => e.Final).ToList();
        var hits = six.ConvertAll(m => Find(final, [.. m.Select(t => t.Record.SourceId)]).Hits);
        WriteLine($"{set}, six registers alone: one event of all six {hits.Count(h => h == 6)}, of five or more {hits.Count(h => h >= 5)}, of four or more {hits.Count(h => h >= 4)} of {six.Count}");
    }

    private static (int Hits, int Others, ReplayedEvent? Best) Find(List<ReplayedEvent> final, HashSet<string> ids)
    {
        var best = final.MaxBy(e => e.Records.Count(ids.Contains));
        var hits = best?.Records.Count(ids.Contains) ?? 0;
        return (hits, hits == 0 ? 0 : best!.Records.Count - hits, hits == 0 ? null : best);
    }
}
