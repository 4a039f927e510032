using SentimentWatch.Pipeline.Flow;

namespace SentimentWatch.Benchmarks.Events;

/// <summary>The stream against the matters that a reader marked in it.</summary>
internal static class StreamCheck
{
    private const int Large = 4;
    private const double EnoughMembers = 0.7;
    private const double MostStrangers = 0.1;

    /// <summary>Prints every marked matter of four records or more with how it was found, and every raised matter to be read.</summary>
    public static async Task<int> RunAsync(string data, CancellationToken cancellationToken)
    {
        await using var rig = new EventRig();
        var records = await rig.StreamAsync(data, cancellationToken);
        var voices = records.ToDictionary(r => r.SourceId, r => r.CallerHash ?? r.Key, StringComparer.Ordinal);
        var gold = GoldMatters.Load(EventRig.Folder);
        var events = rig.Replay(records, cancellationToken);
        var final = events.Where(e => e.Final).ToList();
        var first = events.Where(e => !e.Final).ToDictionary(e => e.EventId, e => e.Records.Count, StringComparer.Ordinal);
        var (large, found) = (0, 0);
        foreach (var matter in gold.Matters.Where(m => m.Ids.Count >= Large && m.Ids.Select(id => voices[id]).Distinct().Count() > 1))
        {
            large++;
            found += Tell(matter, final, first) ? 1 : 0;
        }

        var impure = final.Where(e => Share(e, gold) < EnoughMembers).ToList();
        var met = gold.Apart.Sum(apart => Met(apart, final));
        WriteLine($"\nmarked matters of {Large} records or more and two voices or more: {large}, found whole and pure: {found}");
        WriteLine($"raised: {final.Count}, not mostly one marked matter: {impure.Count} ({impure.Count * 1000.0 / records.Count:0.0} per 1,000 records); groups to be kept apart that met: {met}");
        foreach (var matter in final)
        {
            WriteLine($"{(impure.Contains(matter) ? '?' : ' ')} {matter.EventId} {matter.Level} {matter.Records.Count}: {string.Join(' ', matter.Records.Take(14))}");
        }

        return 0;
    }

    private static bool Tell(GoldMatter matter, List<ReplayedEvent> final, Dictionary<string, int> first)
    {
        var best = final.MaxBy(e => e.Records.Intersect(matter.Ids, StringComparer.Ordinal).Count());
        var hits = best?.Records.Intersect(matter.Ids, StringComparer.Ordinal).Count() ?? 0;
        if (best is null || hits == 0)
        {
            WriteLine($"-- {matter.Name}: not raised");
            return false;
        }

        var strangers = best.Records.Except(matter.Ids, StringComparer.Ordinal).Except(matter.Maybe ?? [], StringComparer.Ordinal).Count();
        var good = hits >= EnoughMembers * matter.Ids.Count && strangers <= MostStrangers * best.Records.Count;
        WriteLine($"{(good ? "OK" : "--")} {matter.Name}: {hits} of {matter.Ids.Count}, strangers {strangers}, raised with {first[best.EventId]}");
        return good;
    }

    private static double Share(ReplayedEvent matter, GoldMatters gold) =>
        gold.Matters.Max(m => matter.Records.Count(id => m.Ids.Contains(id) || (m.Maybe?.Contains(id) ?? false))) / (double)matter.Records.Count;

    private static int Met(GoldApart apart, List<ReplayedEvent> final) =>
        final.Count(e => apart.Groups.Count(group => group.Any(id => e.Records.Contains(id, StringComparer.Ordinal))) > 1);
}
