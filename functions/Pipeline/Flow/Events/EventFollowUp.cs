using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>
/// What a written event leads to: its records name it, and its lead unit is alerted. The event's row keeps a mark of what was done, written last: a sweep
/// that meets a row whose mark does not fit does it again, which changes nothing that was done.
/// </summary>
public sealed class EventFollowUp(
    IRecordEvents records, IEventTexts texts, EventAlertDesk alerts, EventMatters matters, EventRules rules, TimeProvider time)
{
    // Of a larger event the latest tell enough.
    private const int MostRead = 500;

    /// <summary>Follows up the events whose mark does not fit.</summary>
    /// <param name="stored">All events as they stand.</param>
    /// <param name="before">The rows that this sweep has written over, by id.</param>
    /// <param name="cancellationToken">Ends it; the next sweep goes on.</param>
    /// <param name="among">Ids of the events that alone may be due; null for all.</param>
    /// <returns>The marks to write.</returns>
    public async Task<IReadOnlyList<EventMark>> TakeAsync(
        IReadOnlyDictionary<string, StoredEvent> stored, IReadOnlyDictionary<string, StoredEvent> before, CancellationToken cancellationToken,
        IReadOnlyList<string>? among = null)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(before);
        var due = (among?.Select(id => stored[id]) ?? stored.Values).Where(one => one.Followed != one.Due).OrderBy(one => one.Id, StringComparer.Ordinal).ToList();
        if (due.Count == 0)
        {
            return [];
        }

        var joined = due.ToDictionary(one => one.Id, one => JoinedOf(one, before.GetValueOrDefault(one.Id)), StringComparer.Ordinal);
        await NameAsync(due, joined, before, cancellationToken);
        var marks = new Dictionary<string, EventMark>(StringComparer.Ordinal);
        foreach (var one in due.Where(one => one.MergedInto is null))
        {
            marks[one.Id] = await AlertAsync(one, before.GetValueOrDefault(one.Id), joined[one.Id], stored, cancellationToken);
        }

        foreach (var one in due.Where(one => one.MergedInto is not null))
        {
            await LeadOnAsync(one, stored, marks, cancellationToken);
            marks[one.Id] = new EventMark(one.Id, one.AlertId, one.Recused, one.Due);
        }

        return [.. marks.Values];
    }

    /// <summary>Does for rows that call no alert all that is to do, before they are written: names them on their records.</summary>
    /// <param name="changes">Rows to be written.</param>
    /// <param name="stored">The rows that are there.</param>
    /// <param name="cancellationToken">Ends it; whoever dies here writes the same names again.</param>
    /// <returns>The rows, with the marks of those that are done.</returns>
    public async Task<IReadOnlyList<StoredEvent>> NameQuietAsync(
        IReadOnlyList<StoredEvent> changes, IReadOnlyDictionary<string, StoredEvent> stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(stored);
        var before = changes.Where(one => stored.ContainsKey(one.Id)).ToDictionary(one => one.Id, one => stored[one.Id], StringComparer.Ordinal);
        var quiet = changes.Where(one => one is { MergedInto: null, AlertId: null, IsFalse: false } && !CallsAlert(one) && one.Followed != one.Due).ToList();
        await NameAsync(quiet, quiet.ToDictionary(one => one.Id, one => JoinedOf(one, before.GetValueOrDefault(one.Id)), StringComparer.Ordinal), before, cancellationToken);
        var done = quiet.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        return [.. changes.Select(one => done.Contains(one.Id) ? one with { Followed = one.Due } : one)];
    }

    // Those of a row that was followed up name it already.
    private static IReadOnlyList<EventMember> JoinedOf(StoredEvent one, StoredEvent? old) => one.MergedInto is not null ? []
        : old is not null && old.MergedInto is null && old.Followed == old.Due ? [.. one.Members.Except(old.Members)]
        : one.Members;

    private async Task NameAsync(
        IReadOnlyList<StoredEvent> due,
        Dictionary<string, IReadOnlyList<EventMember>> joined,
        IReadOnlyDictionary<string, StoredEvent> before,
        CancellationToken cancellationToken)
    {
        var owned = due.Where(one => one.MergedInto is null).SelectMany(one => one.Members).ToHashSet();
        var owners = new Dictionary<EventMember, string?>();
        foreach (var left in due.SelectMany(one => before.TryGetValue(one.Id, out var old) ? old.Members : []).Where(member => !owned.Contains(member)))
        {
            owners[left] = null;
        }

        foreach (var one in due)
        {
            foreach (var member in joined[one.Id])
            {
                owners[member] = one.Id;
            }
        }

        if (owners.Count > 0)
        {
            await records.WriteAsync(owners, cancellationToken);
        }
    }

    private async Task<EventMark> AlertAsync(
        StoredEvent one, StoredEvent? old, IReadOnlyList<EventMember> joined, IReadOnlyDictionary<string, StoredEvent> stored, CancellationToken cancellationToken)
    {
        var mark = new EventMark(one.Id, one.AlertId, one.Recused, one.Due);
        if (one.AlertId is { } id && one.IsFalse != (old?.IsFalse ?? false))
        {
            await alerts.NoteAsync(
                id,
                $"event:{one.Id}!{(one.IsFalse ? "false" : "again")}:{one.Due}",
                one.IsFalse ? $"热点 {one.Id} 已由人工标记为误报；经核实确属误报的，请登记“误报”或办结。" : $"热点 {one.Id} 曾标记为误报，现恢复：{one.Why}",
                cancellationToken);
        }

        if (one.IsFalse || !CallsAlert(one))
        {
            return mark;
        }

        // What it is told by first, then whoever joined since: the words of the central record may have changed.
        var central = one.Members.FirstOrDefault(member => member.Key == one.Central);
        var asked = one.AlertId is null ? one.Members : central is null || joined.Contains(central) ? joined : [.. joined, central];
        var read = await texts.ReadAsync([.. asked.TakeLast(MostRead)], cancellationToken);
        var (matter, recused) = matters.Of(one, read, Related(one, stored));
        return matter is null
            ? mark with { Recused = recused }
            : mark with { Recused = recused, AlertId = await alerts.TakeAsync(matter, cancellationToken) };
    }

    private bool CallsAlert(StoredEvent one) =>
        AlertLevel.RankOf(one.Level) >= AlertLevel.RankOf(rules.AlertFrom)
        && one.State != StoredEvent.Closed
        && time.GetUtcNow() - one.LastAt <= TimeSpan.FromDays(rules.AlertMaxAgeDays);

    private static IReadOnlyList<string> Related(StoredEvent one, IReadOnlyDictionary<string, StoredEvent> stored) =>
        [.. one.FormerIds.Select(id => stored.GetValueOrDefault(id)?.AlertId).OfType<string>()];

    // An event that went up in another leaves a word in the alert of its own.
    private async Task LeadOnAsync(StoredEvent one, IReadOnlyDictionary<string, StoredEvent> stored, Dictionary<string, EventMark> marks, CancellationToken cancellationToken)
    {
        var into = one.MergedInto!;
        for (var hops = 0; hops < 8 && stored.GetValueOrDefault(into)?.MergedInto is { } next; hops++)
        {
            into = next;
        }

        var other = marks.GetValueOrDefault(into)?.AlertId ?? stored.GetValueOrDefault(into)?.AlertId;
        if (one.AlertId is { } id && id != other)
        {
            var where = other is null ? "" : $"（预警 {other}）";
            await alerts.NoteAsync(id, $"event:{one.Id}>{into}", $"热点 {one.Id} 已并入热点 {into}{where}，此后的反映计入该热点。", cancellationToken);
        }
    }
}
