using System.Globalization;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>The lists that can be asked for.</summary>
public enum QuerySubject
{
    /// <summary><c>GET /api/records</c>.</summary>
    Records,

    /// <summary><c>GET /api/alerts</c>.</summary>
    Alerts,

    /// <summary><c>GET /api/events</c>.</summary>
    Events,

    /// <summary><c>GET /api/events?kind=topic-burst</c>.</summary>
    TopicBursts,

    /// <summary><c>GET /api/responsiveness</c>.</summary>
    Responsiveness,
}

/// <summary>Filters as they are asked for, checked. Days are Asia/Shanghai and both included; a null filter means any.</summary>
public sealed record QueryRequest(DateOnly From, DateOnly To)
{
    /// <summary>Days that one question may span.</summary>
    public const int LongestSpan = 366;

    /// <summary>Lines a page has unless <c>limit</c> says otherwise.</summary>
    public const int DefaultSize = 100;

    /// <summary>Kind of events that are bursts of a topic.</summary>
    public const string TopicBursts = "topic-burst";

    private const int DefaultDays = 7;
    private const int LongestText = 100;

    private static readonly string[] Known = ["from", "to", "channel", "unit", "level", "status", "q", "kind", "continuation", "format", "limit"];

    // What a host puts into the address itself.
    private static readonly string[] Ignored = ["code", "clientId"];
    private static readonly string[] Urgencies = ["routine", "urgent", "emergency"];
    private static readonly string[] Levels = [AlertLevel.Red, AlertLevel.Orange, AlertLevel.Yellow, AlertLevel.Blue];
    private static readonly string[] RecordStates = ["received", "dispatched", "accepted", "returned", "replied", "closed"];
    private static readonly string[] AlertStates =
        [AlertState.Open, AlertState.Acknowledged, AlertState.Returned, AlertState.Handling, AlertState.Answered, AlertState.Closed, "waiting", "overdue"];

    public string? Channel { get; init; }

    public string? Unit { get; init; }

    public string? Level { get; init; }

    public string? Status { get; init; }

    public string? Text { get; init; }

    /// <summary>Of events: event, or <see cref="TopicBursts"/>.</summary>
    public string? Kind { get; init; }

    public string? Continuation { get; init; }

    /// <summary>1 to 1,000.</summary>
    public int Size { get; init; } = DefaultSize;

    public bool Csv { get; init; }

    /// <summary>States of events that can be asked for; <c>false</c> are those that a person marked so.</summary>
    public static IReadOnlyList<string> EventStates { get; } = ["new", "growing", "steady", "closed", "false"];

    /// <summary>All that narrows the list, in one line: a continuation belongs to it.</summary>
    internal string Filters(QuerySubject subject) => $"{subject}|{DayText.Key(From)}|{DayText.Key(To)}|{Channel}|{Unit}|{Level}|{Status}|{Text}";

    /// <summary>Reads filters; without days the last seven are meant, and the last <paramref name="overdueDays"/> for what waits or is overdue. Gives the request, or one sentence that says what is wrong.</summary>
    public static (QueryRequest? Request, string? Error) Read(
        QuerySubject subject, IReadOnlyDictionary<string, string?> parameters, IUnitNames units, DateOnly today, int overdueDays)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(units);
        if (parameters.Keys.FirstOrDefault(name => !Known.Contains(name) && !Ignored.Contains(name)) is { } unknown)
        {
            return Wrong($"There is no filter '{PlainText.Line(unknown, 40)}'; the filters are {string.Join(", ", Known)}.");
        }

        var reader = new FilterReader(parameters);
        var to = reader.Day("to") ?? today;

        // A deadline may pass months after its alert opened.
        var days = subject == QuerySubject.Alerts && parameters.GetValueOrDefault("status") is "waiting" or "overdue" ? Math.Clamp(overdueDays, DefaultDays, LongestSpan) : DefaultDays;
        var from = reader.Day("from") ?? to.AddDays(1 - days);
        var request = new QueryRequest(from, to)
        {
            Channel = reader.OneOf("channel", subject == QuerySubject.Responsiveness ? [] : Channels.All),
            Level = reader.OneOf("level", subject switch { QuerySubject.Records => Urgencies, QuerySubject.Responsiveness => [], _ => Levels }),
            Status = reader.OneOf("status", subject switch { QuerySubject.Records => RecordStates, QuerySubject.Alerts => AlertStates, QuerySubject.Events => EventStates, _ => [] }),
            Kind = reader.OneOf("kind", subject is QuerySubject.Events or QuerySubject.TopicBursts ? ["event", TopicBursts] : []),
            Unit = reader.Text("unit", 40),
            Text = reader.Text("q", LongestText),
            Continuation = reader.Text("continuation", 4096),
            Size = reader.Number("limit", 1, 1000) ?? DefaultSize,
            Csv = reader.OneOf("format", ["json", "csv"]) == "csv",
        };

        return reader.Error is { } error ? Wrong(error)
            : from > to ? Wrong("The day in 'from' is after the day in 'to'; change one of them.")
            : to.DayNumber - from.DayNumber >= LongestSpan ? Wrong($"'from' and 'to' span more than {LongestSpan} days; ask for less, or use the export.")
            : request.Unit is { } unit && !units.IsKnown(unit) ? Wrong($"There is no unit '{PlainText.Line(unit, 40)}'; use a code of units.json.")
            : (request, null);
    }

    private static (QueryRequest?, string) Wrong(string error) => (null, error);

    private sealed class FilterReader(IReadOnlyDictionary<string, string?> parameters)
    {
        /// <summary>The first thing that was wrong.</summary>
        public string? Error { get; private set; }

        public string? Text(string name, int longest)
        {
            var value = parameters.GetValueOrDefault(name)?.Trim();
            if (value?.Length > longest)
            {
                Error ??= $"'{name}' is longer than {longest} characters; shorten it.";
            }

            return value is { Length: > 0 } ? value : null;
        }

        public string? OneOf(string name, IReadOnlyList<string> allowed)
        {
            if (Text(name, 40) is not { } value)
            {
                return null;
            }

            if (!allowed.Contains(value))
            {
                Error ??= allowed.Count == 0
                    ? $"This list has no filter '{name}'; leave it out."
                    : $"'{name}' is none of {string.Join(", ", allowed)}; use one of them.";
            }

            return value;
        }

        public DateOnly? Day(string name)
        {
            if (Text(name, 20) is not { } value)
            {
                return null;
            }

            if (DateOnly.TryParseExact(value, ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100)
            {
                return day;
            }

            Error ??= $"'{name}' is not a day; write it as 2026-11-24.";
            return null;
        }

        public int? Number(string name, int least, int most)
        {
            if (Text(name, 10) is not { } value)
            {
                return null;
            }

            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            Error ??= $"'{name}' is not a number from {least} to {most}.";
            return null;
        }
    }
}
