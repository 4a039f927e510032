using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Flow;

/// <summary>Events as they were written, their records, and what follows from them; everything in memory. <paramref name="fault"/> may break off any write.</summary>
internal sealed class EventRoom(Action<bool>? fault = null) : IRecordEvents, IEventTexts
{
    public const string Id = "E20261122-00000001";

    public MemoryAlertStore Alerts { get; } = new(fault);

    public FakeTimeProvider Time { get; } = new(Sample.Noon.AddHours(1));

    public EventRules Rules { get; init; } = new();

    public Dictionary<string, StoredEvent> Stored { get; } = new(StringComparer.Ordinal);

    /// <summary>The records by key.</summary>
    public Dictionary<string, JudgedRecord> Records { get; } = new(StringComparer.Ordinal);

    /// <summary>The event that a record's row names, by key.</summary>
    public Dictionary<string, string?> Names { get; } = new(StringComparer.Ordinal);

    public int Named { get; private set; }

    public Alert Only => Assert.Single(Alerts.Rows).Value;

    public AlertDesk Desk => new(Alerts, Alerts, new AlertRules(), Time, new Names());

    /// <summary>An event of records that are put down with it.</summary>
    public StoredEvent Event(string id = Id, string level = "yellow", string lead = "zjj", params JudgedRecord[] members)
    {
        foreach (var member in members)
        {
            Records[member.Record.Key] = member;
        }

        return new StoredEvent(id)
        {
            Title = "银河小区电梯频繁故障",
            Terms = ["银河小区", "电梯"],
            Level = level,
            Lead = lead,
            Channels = [.. members.Select(member => member.Record.Channel).Distinct()],
            Why = $"7 天内 {members.Length} 人反映",
            State = "new",
            RaisedAt = Sample.Noon,
            FirstAt = members.Min(member => member.Record.ReceivedAt),
            LastAt = members.Max(member => member.Record.ReceivedAt),
            RecordCount = members.Length,
            Voices = members.Length,
            Central = members[0].Record.Key,
            Members = [.. members.Select(member => EventMember.Of(member.Record.Key, member.Record.ReceivedAt))],
        };
    }

    /// <summary>Routine records of a place.</summary>
    public static JudgedRecord[] Members(int count, string id = "r", string lead = "zjj") =>
        [.. Enumerable.Range(0, count).Select(i => Sample.Judged($"{id}{i}", level: "routine", lead: lead, body: "银河小区电梯又停了", received: Sample.Noon.AddMinutes(i - 30)))];

    /// <summary>What the sweep does after writing rows: follow up, then mark.</summary>
    public async Task SweepAsync(params StoredEvent[] changes)
    {
        var before = new Dictionary<string, StoredEvent>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (Stored.TryGetValue(change.Id, out var old))
            {
                before[change.Id] = old;
            }

            Stored[change.Id] = change with { AlertId = old?.AlertId, Recused = old?.Recused ?? [], Followed = old?.Followed };
        }

        foreach (var mark in await new EventFollowUp(
            this, this, new EventAlertDesk(Alerts, Alerts, new AlertRules(), Time, new Names()), new EventMatters(new AlertRules(), new Names()), Rules, Time)
            .TakeAsync(Stored, before, TestContext.Current.CancellationToken))
        {
            Stored[mark.Id] = Stored[mark.Id] with { AlertId = mark.AlertId, Recused = mark.Recused, Followed = mark.Followed };
        }
    }

    public Task WriteAsync(IReadOnlyDictionary<EventMember, string?> owners, CancellationToken cancellationToken)
    {
        fault?.Invoke(false);
        foreach (var (member, owner) in owners)
        {
            Names[member.Key] = owner;
            Named++;
        }

        fault?.Invoke(true);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<string, StoredRecord>> ReadAsync(IReadOnlyList<EventMember> members, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, StoredRecord>>(members.Where(member => Records.ContainsKey(member.Key)).DistinctBy(member => member.Key).ToDictionary(
            member => member.Key,
            member => new StoredRecord(Records[member.Key].Record, Records[member.Key].Verdict, "received", Names.GetValueOrDefault(member.Key), default, default, 1),
            StringComparer.Ordinal));
}
