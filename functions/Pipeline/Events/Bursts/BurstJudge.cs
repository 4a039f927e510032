using System.Globalization;

namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// Decides when a matter is raised and how high. The heat is the number of voices in its fullest week, raised by the number of channels and
/// by the share of negative records, by reach and emergencies, and by how far it is above the matter's own weeks before and above what its topic
/// has in its area at other times. Depends on the set of records and on the time alone.
/// </summary>
internal sealed class BurstJudge(EventRules rules, TopicTally tally, DistrictView view)
{
    private static readonly TimeSpan NewFor = TimeSpan.FromDays(2);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    // With fewer weeks before its fullest a matter has no history of its own.
    private const double LeastOwnWeeks = 2;

    private readonly Surrounding _surrounding = new(tally, view, rules);

    /// <summary>The state of a matter whose records are given in order of time; null while it is not raised.</summary>
    /// <param name="records">Its records.</param>
    /// <param name="now">The time of the newest record known, or now.</param>
    internal BurstState? Judge(IReadOnlyList<EventFacts> records, DateTimeOffset now)
    {
        if (RaisedAt(records) is not { } raisedAt)
        {
            return null;
        }

        var (start, end) = FullestWeek(records);
        var week = records.Skip(start).Take(end - start).ToList();
        var voices = CountVoices(week);
        var channels = week.Select(r => r.Channel).Distinct().Count();
        var negative = week.Average(r => r.Negative / (double)byte.MaxValue);
        var emergencies = week.Count(r => r.Urgency == 2);
        var reach = week.Sum(r => (long)r.Reach);
        var heat = (voices * (1 + (rules.ChannelShare * (channels - 1))) * (0.5 + (negative / 2)))
            + (rules.EmergencyHeat * emergencies) + (rules.ReachHeat * Math.Log10(1 + reach));
        var (factor, beside) = _surrounding.Of(week);
        heat *= Math.Clamp(factor * OwnFactor(records, start, voices), rules.CalmHeat, rules.PeakHeat);
        return new BurstState(raisedAt, rules.LevelOf(heat), Why(records, start, voices, channels, emergencies, reach) + "；" + beside, CountVoices(records), LifeOf(records, raisedAt, now));
    }

    /// <summary>True when a matter whose records are given in order of time is raised.</summary>
    internal bool IsRaised(IReadOnlyList<EventFacts> records) => RaisedAt(records) is not null;

    private double OwnFactor(IReadOnlyList<EventFacts> records, int start, int voices)
    {
        var weeks = (records[start].At - records[0].At) / Week;
        return weeks < LeastOwnWeeks ? 1 : Surrounding.FactorOf(new Expectation(start / weeks, 1.0 / start, (int)weeks, false).SurpriseAt(voices), rules);
    }

    private static string Why(IReadOnlyList<EventFacts> records, int start, int voices, int channels, int emergencies, long reach)
    {
        var before = (records[start].At - records[0].At) / Week;
        var usual = start == 0 ? "此前无人反映"
            : string.Create(CultureInfo.InvariantCulture, $"此前平均每周 {start / Math.Max(1, before):0.#} 件");
        var spread = channels > 1 ? string.Create(CultureInfo.InvariantCulture, $"经 {channels} 个渠道") : "";
        var grave = emergencies > 0 ? string.Create(CultureInfo.InvariantCulture, $"，其中紧急 {emergencies} 件") : "";
        var heard = reach >= 100 ? string.Create(CultureInfo.InvariantCulture, $"，转评赞 {reach} 次") : "";
        var whole = string.Create(CultureInfo.InvariantCulture, $"共 {records.Count} 件");
        return string.Create(CultureInfo.InvariantCulture, $"7 天内 {voices} 人{spread}反映{grave}{heard}，{usual}，{whole}");
    }

    private static EventLife LifeOf(IReadOnlyList<EventFacts> records, DateTimeOffset raisedAt, DateTimeOffset now)
    {
        var last = new DateTimeOffset(records[^1].At, TimeSpan.Zero);
        if (now - last > LinkRule.Window)
        {
            return EventLife.Closed;
        }

        int Voices(DateTimeOffset from, DateTimeOffset to) =>
            CountVoices(records.Where(r => r.At > from.UtcDateTime && r.At <= to.UtcDateTime));
        return now - raisedAt <= NewFor ? EventLife.New
            : Voices(now - Week, now) > Voices(now - Week - Week, now - Week) ? EventLife.Growing
            : EventLife.Steady;
    }

    private static int CountVoices(IEnumerable<EventFacts> records) => records.Select(r => r.Voice).Distinct().Count();

    private DateTimeOffset? RaisedAt(IReadOnlyList<EventFacts> records)
    {
        var all = new HashSet<ulong>();
        for (var i = 0; i < records.Count; i++)
        {
            all.Add(records[i].Voice);
            if ((i + 1 >= rules.RepeatRecords && all.Count > 1)
                || (all.Count >= Math.Min(rules.BurstVoices, rules.SlowVoices)
                    && (VoicesUpTo(records, i, rules.BurstDays) >= rules.BurstVoices || VoicesUpTo(records, i, rules.SlowDays) >= rules.SlowVoices)))
            {
                return new DateTimeOffset(records[i].At, TimeSpan.Zero);
            }
        }

        return null;
    }

    private static int VoicesUpTo(IReadOnlyList<EventFacts> records, int last, int days)
    {
        var voices = new HashSet<ulong>();
        for (var i = last; i >= 0 && records[last].At - records[i].At <= TimeSpan.FromDays(days); i--)
        {
            voices.Add(records[i].Voice);
        }

        return voices.Count;
    }

    // Of equally full weeks the latest.
    private static (int Start, int End) FullestWeek(IReadOnlyList<EventFacts> records)
    {
        var counts = new Dictionary<ulong, int>();
        var (best, start, result) = (0, 0, (0, records.Count));
        for (var end = 0; end < records.Count; end++)
        {
            counts[records[end].Voice] = counts.GetValueOrDefault(records[end].Voice) + 1;
            for (; records[end].At - records[start].At > Week; start++)
            {
                if (--counts[records[start].Voice] == 0)
                {
                    counts.Remove(records[start].Voice);
                }
            }

            if (counts.Count >= best)
            {
                (best, result) = (counts.Count, (start, end + 1));
            }
        }

        return result;
    }
}
