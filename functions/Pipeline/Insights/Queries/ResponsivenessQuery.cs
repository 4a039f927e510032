using Microsoft.Extensions.Options;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Figures of <c>/api/responsiveness</c>, from the alerts themselves and the daily counts.</summary>
public sealed class ResponsivenessQuery(IAlertHistory alerts, IDailyStore daily, IUnitNames names, IOptions<InsightsOptions> options, TimeProvider clock)
{
    private static readonly HandlingCounts None = new(0, 0, 0, 0);
    private readonly InsightsOptions _options = options.Value;

    /// <summary>One line a unit that led a record or an alert of the period, or had a legal clock due in it, by code.</summary>
    public async Task<IReadOnlyList<UnitResponsiveness>> ReadAsync(DateOnly from, DateOnly to, string? unit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        // Clocks due in the period may have begun long before it, and under another unit than the one that leads now.
        var known = await alerts.OpenedAsync(from.AddDays(-_options.OverdueDays), to, unit: null, cancellationToken);
        var clocks = ClockTally.Of(known, from, to, now);
        var led = known.ToLookup(alert => alert.Unit);
        var sums = new Dictionary<string, (int Records, HandlingCounts Handling)>(StringComparer.Ordinal);
        await foreach (var row in daily.UnitsAsync(from, to, unit, cancellationToken))
        {
            var (records, sum) = sums.GetValueOrDefault(row.Unit, (0, None));
            sums[row.Unit] = (records + row.Total, new HandlingCounts(
                sum.Replied + row.Handling.Replied,
                sum.Closed + row.Handling.Closed,
                sum.FollowedUp + row.Handling.FollowedUp,
                sum.Satisfied + row.Handling.Satisfied));
        }

        return
        [
            .. sums.Keys.Union(clocks.Keys).Union(led.Select(group => group.Key))
                .Where(code => unit is null || code == unit)
                .Order(StringComparer.Ordinal)
                .Select(code => Line(code, sums.GetValueOrDefault(code, (0, None)), [.. led[code]], clocks.GetValueOrDefault(code) ?? ClockTally.None, from, now))
                .Where(line => line.Records > 0 || line.Alerts > 0 || line.ClocksDue > 0 || line.OverdueMatters > 0),
        ];
    }

    private UnitResponsiveness Line(
        string unit, (int Records, HandlingCounts Handling) sum, IReadOnlyList<Alert> known, ClockTally clocks, DateOnly from, DateTimeOffset now)
    {
        var (records, handling) = sum;
        var led = known.Where(alert => ShanghaiTime.DayOf(alert.OpenedAt) >= from).ToList();
        var inTime = led.Count(alert => alert.AcknowledgedInTime());
        return new UnitResponsiveness
        {
            Unit = unit,
            UnitName = names.NameOf(unit),
            Alerts = led.Count,
            Acknowledged = led.Count(alert => alert.AcknowledgedAt is not null),
            AcknowledgedInTime = inTime,
            Overdue = led.Count(alert => alert.AcknowledgedLate(now)),
            InTimeRate = Rate(inTime, led.Count, _options.MinimumAlerts),
            MedianMinutesToAcknowledge = Median([.. led.Select(alert => ((alert.AcknowledgedAt ?? now) - alert.OpenedAt).TotalMinutes)]),
            Records = records,
            ResponseRate = Rate(handling.Replied, records, _options.MinimumSample),
            ResolutionRate = Rate(handling.Closed, records, _options.MinimumSample),
            SatisfactionRate = Rate(handling.Satisfied, records, _options.MinimumSample),
            FollowedUp = handling.FollowedUp,
            MinimumSample = _options.MinimumSample,
            MinimumAlerts = _options.MinimumAlerts,
            ClocksDue = clocks.Due,
            ClocksMet = clocks.Met,
            ClocksMissed = clocks.Missed,
            ClocksOpen = clocks.Open,
            ClocksMetRate = Rate(clocks.Met, clocks.Due, _options.MinimumClocks),
            OpenMatters = known.Count(alert => alert.State != AlertState.Closed),
            OverdueMatters = known.Count(alert => alert.IsOverdue(now)),
            MinimumClocks = _options.MinimumClocks,
        };
    }

    internal static double? Rate(int part, int whole, int least) => whole < Math.Max(1, least) ? null : Math.Round((double)part / whole, 4);

    internal static double? Median(double[] values)
    {
        if (values.Length == 0)
        {
            return null;
        }

        Array.Sort(values);
        var middle = values.Length / 2;
        return Math.Round(values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2, 1);
    }
}
