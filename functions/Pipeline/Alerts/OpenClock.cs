using System.Globalization;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>A moment at which a running deadline makes the product act; a row of <c>openclocks</c>.</summary>
/// <param name="AlertId">The alert.</param>
/// <param name="Clock">Name of the clock for the deadline itself, <c>{clock}:{kind}</c> for its other marks, or <see cref="Settle"/> and a suffix.</param>
/// <param name="DueAt">The moment (UTC, whole seconds count).</param>
/// <param name="Unit">Unit that must act.</param>
/// <param name="Level">Level of the alert.</param>
public sealed record OpenClock(string AlertId, string Clock, DateTimeOffset DueAt, string Unit, string Level)
{
    /// <summary>The clock from dispatch to 签收.</summary>
    public const string Acknowledge = "acknowledge";

    /// <summary>Begins the name of a row by which a step that broke off is brought to its end, see <see cref="SettleOf"/>.</summary>
    public const string Settle = "settle";

    private const string SourcePrefix = "clock:";
    private const string KeyTime = "yyyyMMddHHmmss";

    private static readonly TimeSpan SettleAfter = TimeSpan.FromMinutes(2);

    /// <summary><c>{dueUtc:yyyyMMddHHmmss}_{alertId}_{clock}</c>: rows lie in order of time.</summary>
    public string RowKey => string.Create(CultureInfo.InvariantCulture, $"{DueAt.UtcDateTime:yyyyMMddHHmmss}_{AlertId}_{Clock}");

    /// <summary>By what the log entry of a step that this row caused is known; a second one with it is a repeat.</summary>
    public string Source => SourcePrefix + RowKey;

    /// <summary>True for a row that brings a broken-off step to its end and stands for no deadline.</summary>
    public bool IsSettle => Clock.StartsWith(Settle, StringComparison.Ordinal);

    /// <summary>Name of the deadline's clock.</summary>
    public string Name => Clock.Split(':')[0];

    /// <summary>Kind of the mark, see <see cref="AlertMark"/>.</summary>
    public string Kind => Clock.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? Clock[(colon + 1)..] : AlertMark.Due;

    /// <summary>How <see cref="Alert.Taken"/> names this moment: <c>clock:kind:ticks</c>.</summary>
    public string Mark => MarkOf(Name, new AlertMark(Kind, DueAt));

    /// <summary>The row of an alert's acknowledge deadline.</summary>
    public static OpenClock AcknowledgeOf(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return new OpenClock(alert.Id, Acknowledge, alert.AcknowledgeBy, alert.MustAct, alert.Level);
    }

    /// <summary>
    /// A row of its own for one step, written before the step and removed when all its effects are done: the escalation timer that meets it later
    /// does what is missing.
    /// </summary>
    public static OpenClock SettleOf(Alert alert, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return new OpenClock(alert.Id, $"{Settle}-{Guid.NewGuid():N}"[..(Settle.Length + 9)], now + SettleAfter, alert.MustAct, alert.Level);
    }

    /// <summary>
    /// The rows that must exist for an alert as it stands: of every running deadline the deadline itself and the next mark before it; once the
    /// deadline was taken, the next mark after it, and after the last one of the acknowledge clock the next repeat.
    /// </summary>
    public static IReadOnlyList<OpenClock> RowsOf(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return [.. alert.Deadlines.SelectMany(deadline => MarksOf(alert, deadline)
            .Select(mark => new OpenClock(alert.Id, NameOf(deadline.Clock, mark.Kind), mark.At, alert.MustAct, alert.Level)))];
    }

    /// <summary>The mark that a source of a log entry names, as in <see cref="Alert.Taken"/>; null when it names none.</summary>
    internal static string? MarkOfSource(string? source)
    {
        if (source?.StartsWith(SourcePrefix, StringComparison.Ordinal) != true || source[SourcePrefix.Length..].Split('_', 3) is not [var time, var id, var clock])
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(time, KeyTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new OpenClock(id, clock, at, "", "").Mark
            : null;
    }

    /// <summary>How <see cref="Alert.Taken"/> names a mark.</summary>
    internal static string MarkOf(string clock, AlertMark mark) =>
        string.Create(CultureInfo.InvariantCulture, $"{clock}:{mark.Kind}:{mark.At.UtcTicks}");

    private static IEnumerable<AlertMark> MarksOf(Alert alert, AlertDeadline deadline)
    {
        bool Taken(AlertMark mark) => alert.Taken.Count > 0 && alert.Taken.Contains(MarkOf(deadline.Clock, mark));
        var due = deadline.Marks.FirstOrDefault(mark => mark.Kind == AlertMark.Due) ?? new AlertMark(AlertMark.Due, deadline.DueAt);
        if (!Taken(due))
        {
            var before = deadline.Marks.Where(mark => mark.At < due.At && !Taken(mark)).MinBy(mark => mark.At);
            return before is null ? [due] : [before, due];
        }

        if (deadline.Marks.Where(mark => mark.At > due.At && !Taken(mark)).MinBy(mark => mark.At) is { } next)
        {
            return [next];
        }

        return deadline.Clock == Acknowledge && alert.Policy is { RepeatMinutes: var minutes and > 0 } ? [RepeatOf(alert, deadline, minutes)] : [];
    }

    private static AlertMark RepeatOf(Alert alert, AlertDeadline deadline, int minutes)
    {
        var prefix = $"{deadline.Clock}:{AlertMark.Repeat}:";
        var last = alert.Taken
            .Where(mark => mark.StartsWith(prefix, StringComparison.Ordinal))
            .Select(mark => new DateTimeOffset(long.Parse(mark.AsSpan(prefix.Length), CultureInfo.InvariantCulture), TimeSpan.Zero))
            .Append(deadline.Marks.Max(mark => mark.At))
            .Max();
        return new AlertMark(AlertMark.Repeat, last + TimeSpan.FromMinutes(minutes));
    }

    private static string NameOf(string clock, string kind) => kind == AlertMark.Due ? clock : $"{clock}:{kind}";
}
