using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Legal clocks that fall due in a period, and what became of them.</summary>
/// <param name="Met">Fulfilled by their deadline.</param>
/// <param name="Missed">Fulfilled later, or not at all although the deadline has passed.</param>
/// <param name="Open">Neither: they run, and their deadline is still to come.</param>
internal sealed record ClockTally(int Met, int Missed, int Open)
{
    /// <summary>Of a unit that had none.</summary>
    public static ClockTally None { get; } = new(0, 0, 0);

    public int Due => Met + Missed + Open;

    /// <summary>Counts the clocks due on <paramref name="from"/> to <paramref name="to"/> (Asia/Shanghai), each for the unit that led when it ended, or leads now.</summary>
    public static Dictionary<string, ClockTally> Of(IEnumerable<Alert> alerts, DateOnly from, DateOnly to, DateTimeOffset now)
    {
        var tallies = new Dictionary<string, ClockTally>(StringComparer.Ordinal);
        void Add(string unit, int met, int missed, int open)
        {
            var (m, n, o) = tallies.GetValueOrDefault(unit) ?? None;
            tallies[unit] = new ClockTally(m + met, n + missed, o + open);
        }

        bool Counts(string clock, DateTimeOffset dueAt) => AlertTimes.IsLegal(clock) && ShanghaiTime.DayOf(dueAt) is var day && day >= from && day <= to;

        foreach (var alert in alerts)
        {
            foreach (var ended in alert.Ended.Where(ended => Counts(ended.Clock, ended.DueAt)))
            {
                Add(ended.Unit, ended.Met ? 1 : 0, ended.Met ? 0 : 1, 0);
            }

            foreach (var running in alert.Deadlines.Where(running => Counts(running.Clock, running.DueAt)))
            {
                Add(alert.Unit, 0, running.DueAt < now ? 1 : 0, running.DueAt < now ? 0 : 1);
            }
        }

        return tallies;
    }
}
