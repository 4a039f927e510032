using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>What the lifecycle asks of the law's clocks.</summary>
public interface ILegalClocks
{
    /// <summary>The deadlines of a record, and why one cannot be told.</summary>
    RecordClocks Of(CitizenRecord record);

    /// <summary>The deadlines of channels, counted anew from a moment (条例 第27条).</summary>
    RecordClocks Anew(IReadOnlyList<string> channels, DateTimeOffset from);

    /// <summary>Until when a unit may return what was dispatched to it: the earliest of the channels' limits; null when none is known.</summary>
    DateTimeOffset? ReturnBy(IReadOnlyList<string> channels, DateTimeOffset dispatchedAt);

    /// <summary>True for a clock that the law allows to extend.</summary>
    bool MayExtend(string clock);

    /// <summary>A deadline put off to the end of a day. <paramref name="firstDue"/>: the deadline before any extension, null when this is the first.</summary>
    ExtensionAnswer Extend(AlertDeadline deadline, DateOnly until, DateTimeOffset? firstDue);
}

/// <summary>The clocks of the district.</summary>
public sealed class LegalClocks(RecordDeadlines deadlines, ReturnLimits returns, Extensions extensions) : ILegalClocks
{
    /// <inheritdoc/>
    public RecordClocks Of(CitizenRecord record) => deadlines.Of(record);

    /// <inheritdoc/>
    public RecordClocks Anew(IReadOnlyList<string> channels, DateTimeOffset from)
    {
        var clocks = channels.Select(channel => deadlines.Of(new CitizenRecord { Channel = channel, SourceId = "", ReceivedAt = from, Body = "" })).ToList();
        return new RecordClocks(
            MatterFacts.Earliest(clocks.SelectMany(of => of.Deadlines)), [.. clocks.SelectMany(of => of.Faults).Distinct(StringComparer.Ordinal)]);
    }

    /// <inheritdoc/>
    public DateTimeOffset? ReturnBy(IReadOnlyList<string> channels, DateTimeOffset dispatchedAt) => channels.Min(channel => returns.Of(channel, dispatchedAt));

    /// <inheritdoc/>
    public bool MayExtend(string clock) => extensions.Allows(clock);

    /// <inheritdoc/>
    public ExtensionAnswer Extend(AlertDeadline deadline, DateOnly until, DateTimeOffset? firstDue)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return extensions.Check(deadline.Clock, deadline.DueAt, until, firstDue);
    }
}

/// <summary>A district without clocks: nothing runs but what the level of an alert starts.</summary>
public sealed class NoLegalClocks : ILegalClocks
{
    /// <inheritdoc/>
    public RecordClocks Of(CitizenRecord record) => new([], []);

    /// <inheritdoc/>
    public RecordClocks Anew(IReadOnlyList<string> channels, DateTimeOffset from) => new([], []);

    /// <inheritdoc/>
    public DateTimeOffset? ReturnBy(IReadOnlyList<string> channels, DateTimeOffset dispatchedAt) => null;

    /// <inheritdoc/>
    public bool MayExtend(string clock) => false;

    /// <inheritdoc/>
    public ExtensionAnswer Extend(AlertDeadline deadline, DateOnly until, DateTimeOffset? firstDue) => new(null, "没有可以延期的时限。");
}
