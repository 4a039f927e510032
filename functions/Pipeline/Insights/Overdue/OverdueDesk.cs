using Microsoft.Extensions.Options;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Who lets which deadline lapse, and since when. It reads and never writes.</summary>
public sealed class OverdueDesk(IAlertHistory alerts, DeadlineCalculator calculator, IOptions<InsightsOptions> options, TimeProvider clock)
{
    /// <summary>Days back that are looked at.</summary>
    public int Days => options.Value.OverdueDays;

    /// <summary>Every overdue alert that a unit leads, or any unit, by the unit that must act: the one with most of them first.</summary>
    public async Task<IReadOnlyList<OverdueUnit>> ReadAsync(string? unit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = ShanghaiTime.DayOf(now);
        var known = await alerts.OpenedAsync(today.AddDays(-Days), today, unit, cancellationToken);
        return ByUnit(known.Select(alert => Of(alert, now)).OfType<OverdueMatter>());
    }

    /// <summary>What of an alert is overdue; null when nothing is.</summary>
    public OverdueMatter? Of(Alert alert, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return Clocks(alert, now) is { Count: > 0 } clocks ? new OverdueMatter(alert, alert.MustAct, clocks) : null;
    }

    /// <summary>Overdue clocks of an alert, longest overdue first.</summary>
    public IReadOnlyList<OverdueClock> Clocks(Alert alert, DateTimeOffset now) =>
        [.. alert.Overdue(now).Select(deadline => new OverdueClock(deadline.Clock, NameOf(deadline.Clock), calculator.Names.SourceOf(deadline.Clock), deadline.DueAt))];

    /// <summary>Chinese name of a clock.</summary>
    public string NameOf(string code) => calculator.Names.NameOf(code);

    /// <summary>The same, gathered by the unit that must act.</summary>
    public static IReadOnlyList<OverdueUnit> ByUnit(IEnumerable<OverdueMatter> matters) =>
    [
        .. matters
            .GroupBy(matter => matter.Unit, StringComparer.Ordinal)
            .Select(unit => new OverdueUnit(unit.Key, [.. unit.OrderBy(matter => matter.Since).ThenBy(matter => matter.Alert.Id, StringComparer.Ordinal)]))
            .OrderByDescending(unit => unit.Matters.Count)
            .ThenBy(unit => unit.Since)
            .ThenBy(unit => unit.Unit, StringComparer.Ordinal),
    ];
}
