using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Console.Data;

/// <summary>What the pages read, and the three things they change. It knows no viewer: the endpoints decide who sees what.</summary>
public interface IConsoleData
{
    /// <summary>Name of the district, as headings show it.</summary>
    string District { get; }

    /// <summary>Every unit of the roster, for filters.</summary>
    IReadOnlyList<UnitName> Units { get; }

    /// <summary>Chinese name of a unit; the code itself when the roster lacks it.</summary>
    string UnitName(string code);

    /// <summary>The roster, by which it is known who stands above whom.</summary>
    IUnitNames Roster { get; }

    /// <summary>What a clock of an alert is called, the law behind it, and whether that allows an extension.</summary>
    ClockText ClockOf(string clock);

    /// <summary>Counts of the seven days up to <paramref name="today"/> (Asia/Shanghai), oldest first, of one lead unit or of all.</summary>
    Task<IReadOnlyList<DayCounts>> WeekAsync(DateOnly today, string? unit, CancellationToken cancellationToken);

    /// <summary>A page of alerts, newest first.</summary>
    /// <exception cref="FormatException">The continuation is none of ours.</exception>
    Task<Page<Alert>> AlertsAsync(AlertFilter filter, string? continuation, CancellationToken cancellationToken);

    /// <summary>What is overdue of the alerts that a unit leads, or of all, by the unit that must act; most first.</summary>
    Task<IReadOnlyList<OverdueUnit>> OverdueAsync(string? unit, CancellationToken cancellationToken);

    /// <summary>One alert with its log; null when there is none of that id.</summary>
    Task<AlertFile?> AlertAsync(string id, CancellationToken cancellationToken);

    /// <summary>Records that speak of an alert, by their keys (<c>{channel}:{sourceId}</c>), as far as they are found.</summary>
    Task<IReadOnlyList<StoredRecord>> MembersAsync(Alert alert, IEnumerable<string> keys, CancellationToken cancellationToken);

    /// <summary>A page of records, newest day first.</summary>
    /// <exception cref="FormatException">The continuation is none of ours.</exception>
    Task<Page<StoredRecord>> RecordsAsync(RecordFilter filter, string? continuation, CancellationToken cancellationToken);

    /// <summary>One record by its identity and the day it was received (Asia/Shanghai); null when there is none.</summary>
    Task<StoredRecord?> RecordAsync(string channel, string sourceId, DateOnly day, CancellationToken cancellationToken);

    /// <summary>Labels that a review offers.</summary>
    ReviewChoices ReviewChoices { get; }

    /// <summary>A page of verdicts that wait for a person, newest first, of one day or of all.</summary>
    /// <exception cref="FormatException">The continuation is none of ours.</exception>
    Task<Page<ReviewItem>> ReviewsAsync(DateOnly? day, string? continuation, CancellationToken cancellationToken);

    /// <summary>Takes a person's decision on a verdict.</summary>
    Task<ReviewAnswer> DecideAsync(ReviewWish wish, CancellationToken cancellationToken);

    /// <summary>Events that were raised, or had a record, in these days (Asia/Shanghai), gravest first.</summary>
    Task<IReadOnlyList<EventLine>> EventsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>Topics that were far above other times on these days (Asia/Shanghai) without one matter, latest day first, gravest first.</summary>
    Task<IReadOnlyList<TopicBurst>> TopicBurstsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>The event of an id, or the one that it went up in; null when there is none.</summary>
    Task<EventFile?> EventAsync(string id, CancellationToken cancellationToken);

    /// <summary>Some records of an event, as far as they are found, in the order given.</summary>
    Task<IReadOnlyList<StoredRecord>> EventRecordsAsync(IReadOnlyList<EventMember> members, CancellationToken cancellationToken);

    /// <summary>Takes what a person sets right about an event.</summary>
    Task<EventAnswer> CorrectAsync(EventWish wish, CancellationToken cancellationToken);

    /// <summary>Stored digests, newest first.</summary>
    Task<IReadOnlyList<DigestKey>> DigestsAsync(CancellationToken cancellationToken);

    /// <summary>The HTML page of a digest; null when there is none.</summary>
    Task<string?> DigestPageAsync(DigestKey digest, CancellationToken cancellationToken);

    /// <summary>The policies under watch, latest first.</summary>
    IReadOnlyList<Policy> Policies { get; }

    /// <summary>The HTML page of a policy's report; null when there is no such policy.</summary>
    Task<string?> PolicyReportAsync(string code, CancellationToken cancellationToken);

    /// <summary>The HTML page of a year's evaluation sheet; null for a year that has not come.</summary>
    Task<string?> PolicySheetAsync(int year, CancellationToken cancellationToken);

    /// <summary>Records one lifecycle step. Returns null when it was taken, or one Chinese sentence that says why not.</summary>
    Task<string?> ApplyAsync(AlertStepWish wish, CancellationToken cancellationToken);
}
