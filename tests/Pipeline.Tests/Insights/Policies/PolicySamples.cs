using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Tests.Routing;

namespace SentimentWatch.Pipeline.Tests.Insights.Policies;

/// <summary>An invented policy on renting out public bicycles, and invented records of it.</summary>
internal static class PolicySamples
{
    public static readonly DateOnly Published = new(2026, 4, 10);

    public static readonly Policy Bicycles = new("bicycles", "历城区公共自行车租用办法（试行）", "jtj", Published, Published.AddDays(20), ["自行车租用办法", "租车新规"])
    {
        Matters = ["公共自行车", "还车…扣费"],
    };

    public static PolicyDesk Desk(IEnumerable<PolicyRecord> records, DateOnly today, params Policy[] policies)
    {
        var shipped = Licheng.District;
        var district = new District("test", shipped.Roster.Units, shipped.Areas, shipped.Topics, shipped.Rules, shipped.Clocks, shipped.Calendar, policies.Length == 0 ? [Bicycles] : policies);
        return new PolicyDesk(district, new MemoryPolicyRecords([.. records]), Counter, new FakeTimeProvider(ShanghaiTime.StartOf(today).AddHours(12)));
    }

    private static DeadlineCalculator Counter { get; } = new(Licheng.District.Clocks, Licheng.District.Calendar);

    public static PolicyRecord Record(
        int id, DateOnly day, string body, string sentiment = "negative", string channel = "hotline", string urgency = "routine", string? kind = "complaint", string? voice = null, bool? satisfied = null) =>
        new(channel, $"P{id:0000}", day, null, body, kind, sentiment, "交通运输", "transport", urgency, voice ?? $"v{id}", Replied: id % 2 == 0, satisfied);

    /// <summary>As many records as asked for, one a day in turn, the first <paramref name="negative"/> of them negative.</summary>
    public static IEnumerable<PolicyRecord> Many(int from, int count, int negative, DateOnly first, int days, params string[] bodies) => Enumerable.Range(0, count).Select(n =>
        Record(from + n, first.AddDays(n % days), bodies[n % bodies.Length], n < negative ? "negative" : "neutral", n % 3 == 0 ? "weibo" : "hotline"));
}

/// <summary>Records in memory, read as the table reads them: channel by channel.</summary>
internal sealed class MemoryPolicyRecords(params PolicyRecord[] records) : IPolicyRecords
{
    public List<(DateOnly From, DateOnly To)> Read { get; } = [];

    public IAsyncEnumerable<PolicyRecord> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        Read.Add((from, to));
        return records.Where(record => record.Day >= from && record.Day <= to).OrderBy(record => record.Channel, StringComparer.Ordinal).ToAsyncEnumerable();
    }
}
