using System.Globalization;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// Finds topics that are far above what an area has at other times though the records speak of no one matter: forty calls on water in one
/// street, each of another estate. Records of raised matters are left out: those are noticed already.
/// </summary>
internal sealed class TopicWatch(TopicTally tally, DistrictView view, EventRules rules)
{
    /// <summary>Days that are looked at.</summary>
    public const int Week = 7;

    private const int MostSamples = 5;
    private readonly Baseline _baseline = new(tally, view, rules);

    /// <summary>The bursts of a day, by topic and area.</summary>
    /// <param name="day">The day.</param>
    /// <param name="scattered">Records of the week up to it that are in no raised matter, in order of time.</param>
    public IReadOnlyList<TopicBurst> On(DateOnly day, IReadOnlyList<ScatteredRecord> scattered)
    {
        var found = new List<TopicBurst>();
        foreach (var topic in scattered.GroupBy(one => one.Facts.Topic).OrderBy(group => tally.TopicOf(group.Key), StringComparer.Ordinal))
        {
            var rest = topic.ToList();
            foreach (var area in topic.GroupBy(one => one.Facts.Area).OrderBy(group => tally.AreaOf(group.Key), StringComparer.Ordinal))
            {
                if (tally.AreaOf(area.Key).Length > 0 && BurstOf(day, topic.Key, area.Key, [.. area]) is { } burst)
                {
                    found.Add(burst);
                    rest.RemoveAll(one => one.Facts.Area == area.Key);
                }
            }

            // What no area alone explains.
            if (BurstOf(day, topic.Key, TopicTally.All, rest) is { } whole)
            {
                found.Add(whole);
            }
        }

        return found;
    }

    private TopicBurst? BurstOf(DateOnly day, int topic, int area, List<ScatteredRecord> week) =>
        week.Count < rules.TopicBurstVoices ? null
            : BurstIn(day, topic, area, week.FindAll(one => one.Day == day), 1) ?? BurstIn(day, topic, area, week, Week);

    private TopicBurst? BurstIn(DateOnly day, int topic, int area, List<ScatteredRecord> records, int days)
    {
        var voices = records.Select(one => one.Facts.Voice).Distinct().Count();
        if (voices < rules.TopicBurstVoices || _baseline.Of(topic, area, day.AddDays(1 - days), days) is not { } usual
            || voices < rules.TopicBurstTimes * usual.Mean || usual.SurpriseAt(voices) < rules.TopicBurstSurprise)
        {
            return null;
        }

        // Scattered troubles weigh half of what one matter would.
        var heat = voices / 2.0 * rules.PeakHeat;
        var name = Surrounding.NameOf(view, tally.TopicOf(topic), tally.AreaOf(area));
        var when = days == 1 ? string.Create(CultureInfo.InvariantCulture, $"{day.Month} 月 {day.Day} 日") : string.Create(CultureInfo.InvariantCulture, $"截至 {day.Month} 月 {day.Day} 日的 7 天内");
        return new TopicBurst(day, tally.TopicOf(topic), tally.AreaOf(area))
        {
            Name = name,
            Level = rules.LevelOf(heat),
            Why = string.Create(CultureInfo.InvariantCulture, $"{name}：{when} {voices} 人各自反映，{Surrounding.Usual(usual)}{(days == 1 ? "每天" : "每周")} {Surrounding.Told(usual.Mean)} 件，未归为同一件事"),
            Days = days,
            Voices = voices,
            RecordCount = records.Count,
            Expected = Math.Round(usual.Mean, 2),
            Lead = records.GroupBy(one => one.Lead, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First().Key,
            Channels = [.. records.Select(one => one.Facts.Channel).Distinct().Order().Where(channel => channel < Channels.All.Count).Select(channel => Channels.All[channel])],
            Samples = [.. Enumerable.Reverse(records).Take(MostSamples).Select(one => EventMember.Of(one.Key, new DateTimeOffset(one.Facts.At, TimeSpan.Zero)))],
        };
    }
}

/// <summary>A record that is in no raised matter.</summary>
internal sealed record ScatteredRecord(string Key, string Lead, DateOnly Day, EventFacts Facts);
