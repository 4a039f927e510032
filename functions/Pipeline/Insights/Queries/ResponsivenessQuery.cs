using Microsoft.Extensions.Options;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Figures of <c>/api/responsiveness</c>, from the alerts themselves and the daily counts.</summary>
public sealed class ResponsivenessQuery(IAlertHistory alerts, IDailyStore daily, IUnitNames names, IOptions<InsightsOptions> options, TimeProvider clock)
{
    private readonly InsightsOptions _options = options.Value;

    /// <summary>One line a unit that led a record or an alert of the period, by code.</summary>
    public async Task<IReadOnlyList<UnitResponsiveness>> ReadAsync(DateOnly from, DateOnly to, string? unit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var led = (await alerts.OpenedAsync(from, to, unit, cancellationToken)).ToLookup(alert => alert.Unit);
        var sums = new SortedDictionary<string, (int Records, HandlingCounts Handling)>(StringComparer.Ordinal);
        foreach (var group in led)
        {
            sums[group.Key] = (0, new HandlingCounts(0, 0, 0, 0));
        }

        await foreach (var row in daily.UnitsAsync(from, to, unit, cancellationToken))
        {
            var (records, sum) = sums.GetValueOrDefault(row.Unit, (0, new HandlingCounts(0, 0, 0, 0)));
            sums[row.Unit] = (records + row.Total, new HandlingCounts(
                sum.Replied + row.Handling.Replied,
                sum.Closed + row.Handling.Closed,
                sum.FollowedUp + row.Handling.FollowedUp,
                sum.Satisfied + row.Handling.Satisfied));
        }

        return [.. sums
            .Select(pair => Line(pair.Key, pair.Value.Records, pair.Value.Handling, [.. led[pair.Key]], now))
            .Where(line => line.Records > 0 || line.Alerts > 0)];
    }

    private UnitResponsiveness Line(string unit, int records, HandlingCounts handling, IReadOnlyList<Alert> led, DateTimeOffset now)
    {
        var inTime = led.Count(alert => alert.AcknowledgedInTime());
        return new UnitResponsiveness
        {
            Unit = unit,
            UnitName = names.NameOf(unit),
            Alerts = led.Count,
            Acknowledged = led.Count(alert => alert.AcknowledgedAt is not null),
            AcknowledgedInTime = inTime,
            Overdue = led.Count(alert => alert.IsOverdue(now)),
            InTimeRate = Rate(inTime, led.Count, _options.MinimumAlerts),
            MedianMinutesToAcknowledge = Median([.. led.Select(alert => ((alert.AcknowledgedAt ?? now) - alert.OpenedAt).TotalMinutes)]),
            Records = records,
            ResponseRate = Rate(handling.Replied, records, _options.MinimumSample),
            ResolutionRate = Rate(handling.Closed, records, _options.MinimumSample),
            SatisfactionRate = Rate(handling.Satisfied, records, _options.MinimumSample),
            FollowedUp = handling.FollowedUp,
            MinimumSample = _options.MinimumSample,
            MinimumAlerts = _options.MinimumAlerts,
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
