using System.Globalization;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>Shows one event, and takes what persons set right about it; the sweep applies that within a minute.</summary>
public sealed class EventDesk(IEventStore events, IEventLog log, IEventTexts texts, TimeProvider time, ILogger<EventDesk> logger)
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaximumNote = 500;

    /// <summary>Longest title, in characters.</summary>
    public const int MaximumTitle = 60;

    private const int MostKeys = 400;
    private const int MostTrail = 8;

    /// <summary>The event of an id, of whatever it went up in when it did; null when there is none.</summary>
    public async Task<StoredEvent?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await events.FindAsync(id, cancellationToken);
        for (var hops = 0; found?.MergedInto is { } next && hops < MostTrail; hops++)
        {
            found = await events.FindAsync(next, cancellationToken) ?? found with { MergedInto = null };
        }

        return found;
    }

    /// <summary>Some of an event's records, masked, by key.</summary>
    public Task<IReadOnlyDictionary<string, StoredRecord>> RecordsAsync(IReadOnlyList<EventMember> members, CancellationToken cancellationToken) =>
        texts.ReadAsync(members, cancellationToken);

    /// <summary>The steps that were taken on an event or on those that went up in it, oldest first.</summary>
    public async Task<IReadOnlyList<EventStep>> StepsAsync(StoredEvent one, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(one);
        var ids = one.FormerIds.Append(one.Id).ToHashSet(StringComparer.Ordinal);
        return [.. (await log.ReadAsync(cancellationToken)).Where(step => ids.Contains(step.EventId) || (step.To is { } to && ids.Contains(to)))];
    }

    /// <summary>Takes one step.</summary>
    public async Task<EventAnswer> TakeAsync(EventWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (await FindAsync(wish.EventId, cancellationToken) is not { } one)
        {
            return new EventAnswer(EventOutcome.NotFound, "没有这个热点事件。");
        }

        var other = wish.Step is EventSteps.Merge or EventSteps.Split && wish.To is { } to ? await FindAsync(to.Trim(), cancellationToken) : null;
        if (Fault(wish, one, other) is { } fault)
        {
            return new EventAnswer(EventOutcome.Invalid, fault);
        }

        var now = time.GetUtcNow();
        var taken = wish.Step == EventSteps.Split ? wish.Records.ToHashSet(StringComparer.Ordinal) : [];
        var step = new EventStep(
            string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMddHHmmssfff}-{Guid.NewGuid():N}"),
            now,
            wish.By,
            wish.Step,
            one.Id,
            wish.Step == EventSteps.Split ? [.. KeysOf(one).Where(taken.Contains).Take(MostKeys)] : [.. KeysOf(one).Take(MostKeys)],
            wish.Step == EventSteps.Split ? [.. KeysOf(one).Where(key => !taken.Contains(key)).Take(MostKeys)] : other is null ? [] : [.. KeysOf(other).Take(MostKeys)],
            other?.Id,
            wish.Step == EventSteps.Rename ? Masked(wish.Title) : null,
            Masked(wish.Note))
        {
            Into = wish.Step == EventSteps.Split && other is not null ? [.. KeysOf(other).Take(MostKeys)] : [],
            Voices = wish.Step == EventSteps.False ? one.Voices : 0,
        };
        await log.AddAsync(step, cancellationToken);
        FlowLog.Corrected(logger, step.Step, step.EventId, step.By);
        return new EventAnswer(EventOutcome.Done, "已记录，一分钟内生效。");
    }

    private static string? Fault(EventWish wish, StoredEvent one, StoredEvent? other) => wish.Step switch
    {
        _ when wish.Note?.Length > MaximumNote => $"说明请不超过 {MaximumNote} 字。",
        EventSteps.Merge => other is null ? "没有要并入的热点事件，请核对编号。" : other.Id == one.Id ? "不能与自身合并。" : null,
        EventSteps.Split when wish.To is not null && (other is null || other.Id == one.Id) => other is null ? "没有要移入的热点事件，请核对编号。" : "诉求已在本热点中，请选择另一个热点。",
        EventSteps.Split => wish.Records.Count(key => one.Members.Any(member => member.Key == key)) is var count && (count == 0 || count == one.Members.Count)
            ? "请选择要拆出的诉求，至少一件，且不能是全部。" : count > MostKeys ? $"一次最多拆出 {MostKeys} 件。" : null,
        EventSteps.Rename => string.IsNullOrWhiteSpace(wish.Title) || wish.Title.Length > MaximumTitle ? $"请填写标题，不超过 {MaximumTitle} 字。" : null,
        EventSteps.False => null,
        EventSteps.Restore => one.IsFalse ? null : "本热点没有标记为误报，无需恢复。",
        _ => "没有这种操作；可用 merge、split、rename、false、restore。",
    };

    private static IEnumerable<string> KeysOf(StoredEvent one) =>
        one.Members.Select(member => member.Key).OrderBy(key => key != one.Central);

    private static string? Masked(string? text) => string.IsNullOrWhiteSpace(text) ? null : Masker.Mask(text.Trim());
}

/// <summary>A step as a person sends it.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Step">One of <see cref="EventSteps"/>.</param>
/// <param name="To">Of a merge, the other event; of a split, the event to move the records to, or null.</param>
/// <param name="Records">Of a split, the keys (<c>{channel}:{sourceId}</c>) of the records to take out.</param>
/// <param name="Title">Of a renaming, the new title; it is masked.</param>
/// <param name="Note">Why; may be null. It is masked.</param>
/// <param name="By">Who and by what way.</param>
public sealed record EventWish(string EventId, string Step, string? To, IReadOnlyList<string> Records, string? Title, string? Note, string By);

/// <summary>What a step came to.</summary>
public enum EventOutcome
{
    /// <summary>It is kept.</summary>
    Done,

    /// <summary>There is no such event.</summary>
    NotFound,

    /// <summary>Something is missing or wrong.</summary>
    Invalid,
}

/// <summary>The outcome and one Chinese sentence about it.</summary>
public sealed record EventAnswer(EventOutcome Outcome, string Message);
