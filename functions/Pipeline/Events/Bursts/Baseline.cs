namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// How many records of a topic an area has at other times: the mean of past weeks whose peaks are cut, drawn towards what the topic has in the
/// district and the area of all topics when there are few; by kind of day; and by how the topic rose or fell at this time of the last year
/// when that is known. Depends on the tally alone.
/// </summary>
internal sealed class Baseline(TopicTally tally, DistrictView view, EventRules rules)
{
    private const int Week = 7;

    // Counts of complaints scatter wider than Poisson; so much is taken for granted, as if seen in so many weeks.
    private const double UsualSpread = 0.08;
    private const double SpreadWeeks = 4;

    // A profile by kind of day and a season are drawn towards none as if so many records spoke for none.
    private const double ProfilePull = 10;
    private const double SeasonPull = 10;
    private const int LeastDaysOfKind = 3;
    private const int SameTimeDays = 21;
    private const double LeastHeard = 0.6;
    private const double MostSeason = 10;

    // The same day of the week a year ago.
    private const int Year = 364;

    /// <summary>What was to be expected from <paramref name="first"/> on in so many days; null when too few weeks before are known.</summary>
    /// <param name="topic">Number of the topic.</param>
    /// <param name="area">Number of the area, or <see cref="TopicTally.All"/>.</param>
    /// <param name="first">First day.</param>
    /// <param name="days">How many days, 1 or more.</param>
    public Expectation? Of(int topic, int area, DateOnly first, int days)
    {
        var all = tally.Series(TopicTally.All, TopicTally.All);
        var weeks = Enumerable.Range(1, rules.BaselineWeeks).Select(back => first.DayNumber - (Week * back)).Where(week => all.Sum(week, Week) > 0).ToArray();
        if (weeks.Length < rules.BaselineLeastWeeks)
        {
            return null;
        }

        var districtRate = Cut(all, weeks).Average();
        var (rate, counts, shape) = Shrunk(tally.Series(topic, TopicTally.All), weeks, districtRate / Math.Max(1, tally.Topics));
        if (area != TopicTally.All)
        {
            var share = (Sum(tally.Series(TopicTally.All, area), weeks) + 1.0) / (Sum(all, weeks) + Math.Max(1, tally.Areas));
            (rate, counts, shape) = Shrunk(tally.Series(topic, area), weeks, rate * share);
        }

        var season = SeasonOf(topic, first, days);
        var profile = ProfileOf(topic, weeks);
        var exposure = Enumerable.Range(0, days).Sum(day => profile[(int)view.KindOf(first.AddDays(day))]) / Week;
        return new Expectation(rate * exposure * (season ?? 1), (1 / shape) + SpreadOf(counts), weeks.Length, season is not null);
    }

    /// <summary>Gamma-Poisson: past weeks beside a guess that weighs as much as a few weeks.</summary>
    private (double Rate, double[] Counts, double Shape) Shrunk(DaySeries series, int[] weeks, double guess)
    {
        var counts = Cut(series, weeks);
        var shape = counts.Sum() + (rules.BaselinePull * guess);
        return (shape / (weeks.Length + rules.BaselinePull), counts, Math.Max(shape, 1e-3));
    }

    // The fullest weeks may be bursts themselves: they count no more than the next, or than chance makes of the others.
    private static double[] Cut(DaySeries series, int[] weeks)
    {
        var counts = Array.ConvertAll(weeks, week => (double)series.Sum(week, Week));
        var sorted = counts.Order().ToArray();
        var others = sorted[..^(weeks.Length >= 8 ? 2 : 1)];
        var mean = others.Average();
        var most = Math.Max(others[^1], Math.Ceiling(mean + (3 * Math.Sqrt(mean + 0.5))));
        return Array.ConvertAll(counts, count => Math.Min(count, most));
    }

    private static int Sum(DaySeries series, int[] weeks) => weeks.Sum(week => series.Sum(week, Week));

    private static double SpreadOf(double[] counts)
    {
        var mean = counts.Average();
        var seen = mean > 0 && counts.Length > 1 ? Math.Max(0, (counts.Sum(count => (count - mean) * (count - mean)) / (counts.Length - 1)) - mean) / (mean * mean) : UsualSpread;
        return ((counts.Length * Math.Min(seen, 1)) + (SpreadWeeks * UsualSpread)) / (counts.Length + SpreadWeeks);
    }

    /// <summary>How much oftener than on the average day, by kind of day: the topic's own profile, drawn towards the district's.</summary>
    private double[] ProfileOf(int topic, int[] weeks)
    {
        var (all, own) = (tally.Series(TopicTally.All, TopicTally.All), tally.Series(topic, TopicTally.All));
        Span<int> days = stackalloc int[3], ofAll = stackalloc int[3], ofOwn = stackalloc int[3];
        foreach (var day in weeks.SelectMany(week => Enumerable.Range(week, Week)))
        {
            var kind = (int)view.KindOf(DateOnly.FromDayNumber(day));
            days[kind]++;
            ofAll[kind] += all[day];
            ofOwn[kind] += own[day];
        }

        // Few holidays say little; they are days off as weekends are.
        const int Weekend = (int)DayKind.Weekend, Holiday = (int)DayKind.Holiday;
        if (days[Holiday] < LeastDaysOfKind)
        {
            (days[Weekend], ofAll[Weekend], ofOwn[Weekend]) = (days[Weekend] + days[Holiday], ofAll[Weekend] + ofAll[Holiday], ofOwn[Weekend] + ofOwn[Holiday]);
            (days[Holiday], ofAll[Holiday], ofOwn[Holiday]) = (days[Weekend], ofAll[Weekend], ofOwn[Weekend]);
        }

        static double Share(int seen, int inAll, int daysOf, int daysInAll, double towards) =>
            (seen + (ProfilePull * towards)) / (((double)inAll * daysOf / daysInAll) + ProfilePull);

        var (sumAll, sumOwn, sumDays) = (Sum(all, weeks), Sum(own, weeks), weeks.Length * Week);
        var profile = new double[3];
        for (var kind = 0; kind < profile.Length; kind++)
        {
            profile[kind] = Share(ofOwn[kind], sumOwn, days[kind], sumDays, Share(ofAll[kind], sumAll, days[kind], sumDays, 1));
        }

        return profile;
    }

    /// <summary>How the topic stood in the district at the same time of the last year, to how it stood in the weeks before that; null when too little of that is known.</summary>
    private double? SeasonOf(int topic, DateOnly first, int days)
    {
        var (all, own) = (tally.Series(TopicTally.All, TopicTally.All), tally.Series(topic, TopicTally.All));
        var middle = first.DayNumber - Year + (days / 2);
        var (same, before, beforeDays) = (middle - (SameTimeDays / 2), middle - (days / 2) - (Week * rules.BaselineWeeks), Week * rules.BaselineWeeks);
        bool Heard(int from, int count) => Enumerable.Range(from, count).Count(day => all[day] > 0) >= LeastHeard * count;
        if (!Heard(same, SameTimeDays) || !Heard(before, beforeDays))
        {
            return null;
        }

        var expected = own.Sum(before, beforeDays) * (double)SameTimeDays / beforeDays;
        return Math.Clamp((own.Sum(same, SameTimeDays) + SeasonPull) / (expected + SeasonPull), 1 / MostSeason, MostSeason);
    }
}
