using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Data;

/// <summary>What the pages read and the one thing they change. It knows no viewer: the endpoints decide who sees what.</summary>
public interface IConsoleData
{
    /// <summary>Name of the district, as headings show it.</summary>
    string DistrictName { get; }

    /// <summary>Every unit of the roster, for filters.</summary>
    IReadOnlyList<UnitName> Units { get; }

    /// <summary>Chinese name of a unit; the code itself when the roster lacks it.</summary>
    string UnitName(string code);

    /// <summary>Counts of the last seven days up to <paramref name="today"/>, oldest first, of one unit or of all.</summary>
    Task<IReadOnlyList<DayCounts>> WeekAsync(DateOnly today, string? unit, CancellationToken cancellationToken);

    /// <summary>A page of alerts, newest first.</summary>
    Task<ResultPage<Alert>> AlertsAsync(AlertFilter filter, string? continuation, CancellationToken cancellationToken);

    /// <summary>One alert; null when there is none of that id.</summary>
    Task<Alert?> AlertAsync(string id, CancellationToken cancellationToken);

    /// <summary>The lifecycle log of an alert, oldest first.</summary>
    Task<IReadOnlyList<AlertLogEntry>> LogAsync(string id, CancellationToken cancellationToken);

    /// <summary>A page of records, newest first.</summary>
    Task<ResultPage<StoredRecord>> RecordsAsync(RecordFilter filter, string? continuation, CancellationToken cancellationToken);

    /// <summary>One record; null when there is none. <paramref name="day"/> (Asia/Shanghai, day received) finds it without a search.</summary>
    Task<StoredRecord?> RecordAsync(string channel, string sourceId, DateOnly? day, CancellationToken cancellationToken);

    /// <summary>Stored digests, newest first.</summary>
    Task<IReadOnlyList<DigestEntry>> DigestsAsync(CancellationToken cancellationToken);

    /// <summary>The HTML page of a digest; null when there is none of that name.</summary>
    Task<string?> DigestPageAsync(DigestEntry digest, CancellationToken cancellationToken);

    /// <summary>Records one lifecycle step. Returns null when it was taken, or one Chinese sentence that says why not.</summary>
    Task<string?> ApplyAsync(Alert alert, string step, string by, string? note, CancellationToken cancellationToken);
}
