using System.Text;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Console.Data;

/// <summary>The console's data as the pipeline keeps it.</summary>
public sealed class ConsoleData(
    District district, WeekCounts week, IAlertStore alerts, AlertActions actions, OverdueDesk overdue, IRecordQuery records, IDigestStore digests, DigestDesk digestDesk,
    ReviewDesk reviews, ClockNames clockNames, ILegalClocks clocks, PolicyDesk policies, PolicyForms policyForms, IEventQuery events, ITopicDays topics, EventDesk eventDesk, TimeProvider clock) : IConsoleData
{
    private const int AlertsAPage = 50;
    private const int RecordsAPage = 50;
    private const int DigestsListed = 60;
    private const int ReviewsAPage = 20;

    /// <inheritdoc/>
    public string District => district.Name;

    /// <inheritdoc/>
    public IReadOnlyList<UnitName> Units { get; } = [.. district.Roster.Units.Select(unit => new UnitName(unit.Code, unit.Name))];

    /// <inheritdoc/>
    public string UnitName(string code) => district.Roster.NameOf(code);

    /// <inheritdoc/>
    public IUnitNames Roster => district.Roster;

    /// <inheritdoc/>
    public ClockText ClockOf(string clock) => new(clockNames.NameOf(clock), clockNames.SourceOf(clock), clocks.MayExtend(clock));

    /// <inheritdoc/>
    public Task<IReadOnlyList<DayCounts>> WeekAsync(DateOnly today, string? unit, CancellationToken cancellationToken) =>
        week.ReadAsync(today, unit, cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<Alert>> AlertsAsync(AlertFilter filter, string? continuation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var page = await alerts.QueryAsync(
            new AlertQuery(filter.Unit, filter.State, filter.Level, PageSize: AlertsAPage, Continuation: continuation, Supported: filter.Unit is not null), cancellationToken);
        return new Page<Alert>(page.Items, page.Continuation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OverdueUnit>> OverdueAsync(string? unit, CancellationToken cancellationToken) => overdue.ReadAsync(unit, cancellationToken);

    /// <inheritdoc/>
    public async Task<AlertFile?> AlertAsync(string id, CancellationToken cancellationToken)
    {
        var log = await alerts.LogAsync(id, cancellationToken);
        return AlertFold.Of(log).Alert is { } alert ? new AlertFile(alert, log) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredRecord>> MembersAsync(Alert alert, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        // A matter's day runs over midnight, so a record of it lies under one of two calendar days.
        var day = ShanghaiTime.DayOf(alert.DayStart);
        var found = await Task.WhenAll(keys.Select(async key =>
        {
            var colon = key.IndexOf(':', StringComparison.Ordinal);
            var (channel, sourceId) = (key[..colon], key[(colon + 1)..]);
            return await RecordAsync(channel, sourceId, day, cancellationToken)
                ?? await RecordAsync(channel, sourceId, day.AddDays(1), cancellationToken);
        }));
        return [.. found.OfType<StoredRecord>()];
    }

    /// <inheritdoc/>
    public Task<Page<StoredRecord>> RecordsAsync(RecordFilter filter, string? continuation, CancellationToken cancellationToken) =>
        records.QueryAsync(filter, RecordsAPage, continuation, cancellationToken);

    /// <inheritdoc/>
    public Task<StoredRecord?> RecordAsync(string channel, string sourceId, DateOnly day, CancellationToken cancellationToken) =>
        records.FindAsync(channel, sourceId, ShanghaiTime.StartOf(day), cancellationToken);

    /// <inheritdoc/>
    public ReviewChoices ReviewChoices { get; } = new(reviews.Topics, reviews.Functions);

    /// <inheritdoc/>
    public Task<Page<ReviewItem>> ReviewsAsync(DateOnly? day, string? continuation, CancellationToken cancellationToken) =>
        reviews.OpenAsync(day, ReviewsAPage, continuation, cancellationToken);

    /// <inheritdoc/>
    public Task<ReviewAnswer> DecideAsync(ReviewWish wish, CancellationToken cancellationToken) => reviews.DecideAsync(wish, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EventLine>> EventsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
    [
        .. (await events.ReadAsync(from, to, cancellationToken))
            .OrderBy(line => EventLine.RankOf(line.Level)).ThenByDescending(line => line.LastAt).ThenBy(line => line.EventId, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TopicBurst>> TopicBurstsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
    [
        .. (await topics.ReadAsync(from, to, cancellationToken)).SelectMany(day => day.Bursts)
            .OrderByDescending(burst => burst.Day).ThenBy(burst => EventLine.RankOf(burst.Level)).ThenByDescending(burst => burst.Voices).ThenBy(burst => burst.Id, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public async Task<EventFile?> EventAsync(string id, CancellationToken cancellationToken) =>
        await eventDesk.FindAsync(id, cancellationToken) is { } one ? new EventFile(one, await eventDesk.StepsAsync(one, cancellationToken)) : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredRecord>> EventRecordsAsync(IReadOnlyList<EventMember> members, CancellationToken cancellationToken)
    {
        var found = await eventDesk.RecordsAsync(members, cancellationToken);
        return [.. members.Select(member => found.GetValueOrDefault(member.Key)).OfType<StoredRecord>()];
    }

    /// <inheritdoc/>
    public Task<EventAnswer> CorrectAsync(EventWish wish, CancellationToken cancellationToken) => eventDesk.TakeAsync(wish, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DigestKey>> DigestsAsync(CancellationToken cancellationToken) =>
        digests.ListAsync(period: null, DigestsListed, cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> DigestPageAsync(DigestKey digest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var answer = await digestDesk.ReadAsync(DayText.Iso(digest.Day), digest.PeriodCode, "html", cancellationToken);
        return answer.Error is null ? Encoding.UTF8.GetString(answer.Content) : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Policy> Policies => policies.Policies;

    /// <inheritdoc/>
    public async Task<string?> PolicyReportAsync(string code, CancellationToken cancellationToken) => policies.Find(code) is { } policy
        ? Encoding.UTF8.GetString(await policyForms.WriteAsync(await policies.ReportAsync(policy, null, cancellationToken), PolicyFormat.Html))
        : null;

    /// <inheritdoc/>
    public async Task<string?> PolicySheetAsync(int year, CancellationToken cancellationToken) => year <= ShanghaiTime.DayOf(clock.GetUtcNow()).Year
        ? Encoding.UTF8.GetString(await policyForms.WriteAsync(await policies.SheetAsync(year, null, cancellationToken), PolicyFormat.Html))
        : null;

    /// <inheritdoc/>
    public async Task<string?> ApplyAsync(AlertStepWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var result = await actions.ApplyAsync(
            new StepRequest(wish.AlertId, wish.Actor, wish.Step, wish.By, wish.Note, wish.To, Until: wish.Until), cancellationToken);
        return result.Holds ? null : result.Message;
    }
}
