using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Answers the four lists in JSON or CSV, a page at a time. It reads and never writes.</summary>
public sealed class QueryDesk(
    IRecordQuery records, IAlertHistory alerts, IEventQuery events, ITopicDays topics, ResponsivenessQuery responsiveness, OverdueDesk overdue, IUnitNames names, TimeProvider clock)
{
    private const string StaleToken = "'continuation' is damaged or belongs to other filters; start again without it.";

    /// <summary>Answers one question, given as the parameters of its address.</summary>
    public async Task<QueryReply> AnswerAsync(QuerySubject subject, IReadOnlyDictionary<string, string?> parameters, CancellationToken cancellationToken)
    {
        if (subject == QuerySubject.Events && parameters.GetValueOrDefault("kind") == QueryRequest.TopicBursts)
        {
            subject = QuerySubject.TopicBursts;
        }

        var (request, error) = QueryRequest.Read(subject, parameters, names, ShanghaiTime.DayOf(clock.GetUtcNow()), overdue.Days);
        if (request is null)
        {
            return QueryReply.Bad(error!);
        }

        var position = request.Continuation is { } token ? Continuation.Open(token, request.Filters(subject)) : "";
        if (position is null)
        {
            return QueryReply.Bad(StaleToken);
        }

        return subject switch
        {
            QuerySubject.Records => await RecordsAsync(request, position, cancellationToken),
            QuerySubject.Alerts => Listed(subject, request, position, await AlertsAsync(request, cancellationToken), line => Place(line.OpenedAt, line.Id), AlertLine.Columns, InsightsJson.Plain.AnswerAlertLine),
            QuerySubject.Events => Listed(subject, request, position, await EventsAsync(request, cancellationToken), line => Place(line.RaisedAt, line.EventId), EventLine.Columns, InsightsJson.Plain.AnswerEventLine),
            QuerySubject.TopicBursts => Listed(subject, request, position, await BurstsAsync(request, cancellationToken), line => Place(ShanghaiTime.StartOf(line.Day), line.Id), TopicBurstLine.Columns, InsightsJson.Plain.AnswerTopicBurst),
            _ => Listed(subject, request, position, await UnitsAsync(request, cancellationToken), line => line.Unit, UnitResponsiveness.Columns, InsightsJson.Plain.AnswerUnitResponsiveness),
        };
    }

    private async Task<QueryReply> RecordsAsync(QueryRequest request, string position, CancellationToken cancellationToken)
    {
        var filter = new RecordFilter(request.From, request.To)
        {
            Channel = request.Channel,
            Unit = request.Unit,
            Level = request.Level,
            Status = request.Status,
            Text = request.Text,
        };
        Page<StoredRecord> page;
        try
        {
            page = await records.QueryAsync(filter, request.Size, position.Length == 0 ? null : position, cancellationToken);
        }
        catch (FormatException)
        {
            return QueryReply.Bad(StaleToken);
        }

        var lines = page.Items.Select(stored => RecordLine.Of(stored, names.NameOf(stored.Verdict.Routing.Lead))).ToList();
        var next = page.Continuation is { } inner ? Continuation.Seal(inner, request.Filters(QuerySubject.Records)) : null;
        return Write(request, lines, next, RecordLine.Columns, InsightsJson.Plain.AnswerRecordLine);
    }

    private async Task<List<AlertLine>> AlertsAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var opened = await alerts.OpenedAsync(request.From, request.To, request.Unit, cancellationToken);
        return [.. opened
            .Where(alert => (request.Level is null || alert.Level == request.Level)
                && (request.Channel is null || alert.Channels.Contains(request.Channel))
                && request.Status switch
                {
                    null => true,
                    "waiting" => alert.IsUnacknowledged(),
                    "overdue" => alert.IsOverdue(now),
                    var state => alert.State == state,
                }
                && Contains(request.Text, alert.Id, alert.Title, alert.Excerpt, alert.Place))
            .Select(alert => AlertLine.Of(alert, names.NameOf(alert.Unit), overdue, now))];
    }

    private async Task<List<EventLine>> EventsAsync(QueryRequest request, CancellationToken cancellationToken) =>
        [.. (await events.ReadAsync(request.From, request.To, cancellationToken))
            .Where(line => (request.Level is null || line.Level == request.Level)
                && (request.Channel is null || line.Channels.Contains(request.Channel))
                && (request.Unit is null || line.Lead == request.Unit)
                && (request.Status switch
                {
                    null => !line.IsFalse,
                    "false" => line.IsFalse,
                    var state => line.State == state && !line.IsFalse,
                })
                && Contains(request.Text, line.EventId, line.Title, string.Join(' ', line.Terms)))];

    private async Task<List<TopicBurst>> BurstsAsync(QueryRequest request, CancellationToken cancellationToken) =>
        [.. (await topics.ReadAsync(request.From, request.To, cancellationToken)).SelectMany(day => day.Bursts)
            .Where(line => (request.Level is null || line.Level == request.Level)
                && (request.Channel is null || line.Channels.Contains(request.Channel))
                && (request.Unit is null || line.Lead == request.Unit)
                && Contains(request.Text, line.Id, line.Name))];

    private async Task<List<UnitResponsiveness>> UnitsAsync(QueryRequest request, CancellationToken cancellationToken) =>
        [.. (await responsiveness.ReadAsync(request.From, request.To, request.Unit, cancellationToken))
            .Where(line => Contains(request.Text, line.Unit, line.UnitName))];

    private static bool Contains(string? wanted, params ReadOnlySpan<string?> texts)
    {
        if (wanted is null)
        {
            return true;
        }

        foreach (var text in texts)
        {
            if (text?.Contains(wanted, StringComparison.OrdinalIgnoreCase) is true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Sorts newest first, also as text: later instants are smaller.</summary>
    private static string Place(DateTimeOffset at, string id) => FormattableString.Invariant($"{DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks:D19}_{id}");

    /// <summary>A page of a list that is whole in memory; it goes on after the place of the last line, so that lines that came or went meanwhile shift nothing.</summary>
    private static QueryReply Listed<T>(
        QuerySubject subject, QueryRequest request, string position, List<T> lines, Func<T, string> place, Columns<T> columns, JsonTypeInfo<Answer<T>> json)
    {
        var rest = lines.Where(line => string.CompareOrdinal(place(line), position) > 0).OrderBy(place, StringComparer.Ordinal).Take(request.Size + 1).ToList();
        var shown = rest.Take(request.Size).ToList();
        var next = rest.Count > shown.Count ? Continuation.Seal(place(shown[^1]), request.Filters(subject)) : null;
        return Write(request, shown, next, columns, json);
    }

    private static QueryReply Write<T>(QueryRequest request, IReadOnlyList<T> lines, string? next, Columns<T> columns, JsonTypeInfo<Answer<T>> json) =>
        request.Csv
            ? new QueryReply(null, columns.ToCsv(lines), "text/csv; charset=utf-8", next)
            : new QueryReply(null, JsonSerializer.SerializeToUtf8Bytes(new Answer<T>(lines, next), json), "application/json; charset=utf-8", next);
}
