using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Makes the reports of the policies under watch (seed, rows 16 and 24). It reads records and writes nothing.</summary>
public sealed class PolicyDesk(District district, IPolicyRecords records, DeadlineCalculator calculator, TimeProvider clock)
{
    private readonly PolicyGathering _gathering = new(records);

    /// <summary>The policies under watch, latest first.</summary>
    public IReadOnlyList<Policy> Policies { get; } = [.. district.Policies.OrderByDescending(policy => policy.PublishedOn).ThenBy(policy => policy.Code, StringComparer.Ordinal)];

    /// <summary>The policy of a code; null when none is under watch by it.</summary>
    public Policy? Find(string code) => district.Policies.FirstOrDefault(policy => policy.Code == code);

    /// <summary>The report of one policy as it stands now.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="progress">Told how many records were read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<PolicyReport> ReportAsync(Policy policy, Action<int>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var now = clock.GetUtcNow();
        var span = PolicySpan.Of(policy, district.Rules.Policies, ShanghaiTime.DayOf(now));
        var files = await _gathering.ReadAsync([(policy, span.From, span.To)], [(span.From, span.To)], progress, cancellationToken);
        return new PolicyReportMaker(district, calculator, now).Make(files[0], span);
    }

    /// <summary>The evaluation sheet of a year: every policy published in it or before.</summary>
    /// <param name="year">The year; what of it is still to come is left out.</param>
    /// <param name="progress">Told how many records were read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<PolicySheet> SheetAsync(int year, Action<int>? progress, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = ShanghaiTime.DayOf(now);
        var (first, last) = PolicySheetMaker.DaysOf(year, today);
        var watched = Policies.Where(policy => policy.PublishedOn <= last).ToList();
        var spans = watched.ConvertAll(policy => PolicySpan.Of(policy, district.Rules.Policies, today));

        // Both the year and the days about publication, which may lie years apart; what lies between is read by nobody.
        var wanted = watched.Zip(spans, (policy, span) => (policy, Days: PolicyGathering.Join([(first, last), (span.From, span.To)]))).ToList();
        var files = await _gathering.ReadAsync([.. wanted.Select(one => (one.policy, one.Days[0].From, one.Days[^1].To))], [.. wanted.SelectMany(one => one.Days)], progress, cancellationToken);
        var maker = new PolicyReportMaker(district, calculator, now);
        return PolicySheetMaker.Make(district, year, now, files.Zip(spans, (file, span) => (file, maker.Make(file, span))));
    }
}
