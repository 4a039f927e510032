using Microsoft.Extensions.Options;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Name of the district that reports show, 历城区.</summary>
public sealed record DistrictName(string Value);

/// <summary>Gathers a digest from the daily counts, the alerts and a handful of records. It writes nothing.</summary>
public sealed class DigestMaker(
    DailyCounts counts, IAlertHistory alerts, OverdueDesk overdue, IRecordQuery records, DigestEvents events, IUnitNames names, DistrictName district, IOptions<InsightsOptions> options, TimeProvider clock)
{
    private const int TrendDays = 14;
    private static readonly string[] Moods = ["negative", "neutral", "positive"];
    private static readonly string[] Urgencies = ["emergency", "urgent", "routine"];
    private readonly InsightsOptions _options = options.Value;

    /// <summary>The digest filed under <paramref name="day"/> (Asia/Shanghai).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies in the future.</exception>
    public async Task<Digest> MakeAsync(DateOnly day, DigestPeriod period, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, ShanghaiTime.DayOf(now));
        var length = period == DigestPeriod.Week ? 7 : 1;
        var from = day.AddDays(1 - length);
        var oldest = day.AddDays(1 - Math.Max(TrendDays, 2 * length));
        var days = await counts.ReadAsync(oldest, day, cancellationToken);
        var current = DailySum.Of(days.Where(row => row.Day >= from));
        var previous = DailySum.Of(days.Where(row => row.Day < from && row.Day >= from.AddDays(-length)));

        // One read serves all lists: what was opened in the period, what still waits from before it, and what is overdue.
        var today = ShanghaiTime.DayOf(now);
        var known = await alerts.OpenedAsync(Earlier(from, today.AddDays(-Math.Max(_options.WaitingDays, _options.OverdueDays))), today, unit: null, cancellationToken);
        var opened = known.Where(alert => ShanghaiTime.DayOf(alert.OpenedAt) is var at && at >= from && at <= day);
        var waiting = known.Where(alert => alert.IsUnacknowledged() && ShanghaiTime.DayOf(alert.OpenedAt) is var at && at <= day && at >= Earlier(from, today.AddDays(-_options.WaitingDays)));

        var hot = await events.ReadAsync(from, day, known, cancellationToken);
        return new Digest(district.Value, period, from, day, now)
        {
            Events = [.. hot.Take(_options.DigestEvents)],
            MoreEvents = Math.Max(0, hot.Count - _options.DigestEvents),
            Total = new DigestCount("total", "诉求总量", current.Total, previous.Total),
            Channels = [.. Channels.All.Select(code => Count(code, Channels.NameOf(code), row => row.Channels))],
            Sentiments = [.. Moods.Select(code => Count(code, Labels.Sentiment(code), row => row.Sentiments))],
            Levels = [.. Urgencies.Select(code => Count(code, Labels.Urgency(code), row => row.Levels))],
            Topics = [.. current.Topics.Ranked().Select(pair => Count(pair.Key, pair.Key, row => row.Topics))],
            Units = Busiest(current.Units, previous.Units),
            Trend = [.. days.TakeLast(TrendDays).Select(row => new DigestDay(row.Day, row.Total, row.Sentiments["negative"]))],
            AlertCounts = current.Alerts,
            PreviousAlertCounts = previous.Alerts,
            Alerts = [.. opened.OrderBy(alert => -AlertLevel.RankOf(alert.Level)).ThenBy(alert => alert.OpenedAt).ThenBy(alert => alert.Id, StringComparer.Ordinal).Select(alert => Show(alert, now))],
            Waiting = [.. waiting.OrderBy(alert => alert.AcknowledgeBy).ThenBy(alert => alert.Id, StringComparer.Ordinal).Select(alert => Show(alert, now))],
            Overdue = Lapsed(known, now),
            Cards = Cards(known),
            Matters = await MattersAsync(days.Where(row => row.Day >= from), current, previous, cancellationToken),
        };

        DigestCount Count(string code, string name, Func<DailySum, Counts> part) => new(code, name, part(current)[code], part(previous)[code]);
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private List<DigestCount> Busiest(Counts now, Counts before)
    {
        var ranked = now.Ranked().ToList();
        var shown = ranked.Take(_options.DigestUnits).Select(pair => new DigestCount(pair.Key, names.NameOf(pair.Key), pair.Value, before[pair.Key])).ToList();
        if (ranked.Count > shown.Count)
        {
            shown.Add(new DigestCount(
                DigestCount.Rest,
                FormattableString.Invariant($"其他 {ranked.Count - shown.Count} 个单位"),
                now.Sum - shown.Sum(unit => unit.Count),
                before.Sum - shown.Sum(unit => unit.Previous)));
        }

        return shown;
    }

    private List<DigestOverdueUnit> Lapsed(IEnumerable<Alert> known, DateTimeOffset now) =>
    [
        .. OverdueDesk.ByUnit(known.Select(alert => overdue.Of(alert, now)).OfType<OverdueMatter>()).Select(unit => new DigestOverdueUnit(
            names.NameOf(unit.Unit),
            unit.Matters.Count,
            [
                .. unit.Matters.Take(_options.DigestOverdue).Select(matter => new DigestOverdue(
                    matter.Alert.Id, matter.Alert.Level, matter.Alert.Title, matter.Clocks, OverdueWords.Card(matter.Alert.Card), matter.Alert.Supervised)),
            ])),
    ];

    private static DigestCards Cards(IEnumerable<Alert> known)
    {
        var running = known.Where(alert => alert.State != AlertState.Closed).ToList();
        return new DigestCards(running.Count(alert => alert.Card == "yellow"), running.Count(alert => alert.Card == "red"), running.Count(alert => alert.Supervised));
    }

    private DigestAlert Show(Alert alert, DateTimeOffset now) => new(
        alert.Id,
        alert.Level,
        alert.Title,
        names.NameOf(alert.Unit),
        AlertState.NameOf(alert.State),
        alert.OpenedAt,
        alert.AcknowledgeBy,
        alert.AcknowledgedAt,
        alert.AcknowledgedLate(now),
        alert.RecordCount,
        // Where a unit is recused the records speak against it: such words are not passed on (hotline by-law, article 32).
        alert.Recused.Count > 0 ? "" : PlainText.Line(alert.Excerpt, 80));

    private async Task<List<DigestMatter>> MattersAsync(IEnumerable<DailyRow> days, DailySum now, DailySum before, CancellationToken cancellationToken)
    {
        var samples = days.SelectMany(row => row.Matters.Select(matter => (row.Day, matter)))
            .Where(at => at.matter.SourceId is not null)
            .ToLookup(at => (at.matter.Topic, at.matter.Street));
        var shown = new List<DigestMatter>();
        foreach (var ((topic, street), tally) in now.Matters
            .Where(pair => pair.Value.Count >= _options.MatterMinimum)
            .OrderByDescending(pair => pair.Value.Count)
            .ThenBy(pair => pair.Key.Topic, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Street, StringComparer.Ordinal)
            .Take(_options.DigestMatters))
        {
            StoredRecord? quoted = null;
            foreach (var (day, sample) in samples[(topic, street)].TakeLast(1))
            {
                quoted = await records.FindAsync(sample.Channel!, sample.SourceId!, ShanghaiTime.StartOf(day), cancellationToken);
            }

            var example = quoted is null ? null : PlainText.Line(quoted.Record.Title is { Length: > 0 } title ? title : quoted.Record.Body, 60);
            shown.Add(new DigestMatter(topic, names.NameOf(street), tally.Count, before.Matters.GetValueOrDefault((topic, street)).Count, tally.Negative, example));
        }

        return shown;
    }
}
