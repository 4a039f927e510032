using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>Runs records through judging, routing and events as if each came at its own time; touches no storage. The same records give the same events.</summary>
public sealed class EventReplay(IRecordJudge judge, SketchTables tables, EventRules rules, DistrictView view)
{
    private const int BatchSize = 256;

    /// <summary>Replays masked records; their order does not matter.</summary>
    /// <returns>Each matter when it is first raised, and then all of them once more with all their records.</returns>
    public IEnumerable<ReplayedEvent> Run(IReadOnlyList<CitizenRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        var byKey = new Dictionary<string, CitizenRecord>(StringComparer.Ordinal);
        foreach (var record in records.OrderBy(r => r.Version))
        {
            byKey[record.Key] = record;
        }

        var book = new EventBook(rules, view: view);
        var sketcher = new Sketcher(tables);
        var told = new HashSet<string>(StringComparer.Ordinal);
        var ordered = byKey.Values.OrderBy(r => r.ReceivedAt).ThenBy(r => r.Key, StringComparer.Ordinal);
        foreach (var batch in ordered.Chunk(BatchSize))
        {
            foreach (var judged in judge.Judge(batch, cancellationToken))
            {
                foreach (var change in book.Take([EventRecord.Of(judged, sketcher)]))
                {
                    if (change.IsNew && change.Event is { } raised && told.Add(raised.Id))
                    {
                        yield return Told(raised, byKey, final: false);
                    }
                }
            }
        }

        foreach (var matter in book.Raised())
        {
            // A large set may have been divided only now.
            if (told.Add(matter.Id))
            {
                yield return Told(matter, byKey, final: false);
            }

            yield return Told(matter, byKey, final: true);
        }
    }

    private static ReplayedEvent Told(MatterEvent matter, Dictionary<string, CitizenRecord> records, bool final) => new(
        matter.Id,
        ShanghaiTime.Of(matter.State.RaisedAt),
        [.. matter.Records.Select(key => records[key].SourceId)],
        SharedWords.TitleOf(records[matter.Central]),
        matter.Channels,
        matter.Lead,
        matter.State.Level,
        matter.State.Why + Reason(matter, records[matter.Central]),
        final);

    private static string Reason(MatterEvent matter, CitizenRecord central) =>
        SharedWords.Of(central, [.. matter.SharedTerms]) is { Count: > 0 } words ? "；共同提到：" + string.Join("、", words.Take(6)) : "";
}

/// <summary>A line of <c>replay</c>.</summary>
/// <param name="EventId">The matter's id.</param>
/// <param name="RaisedAt">Time of the record that raised it, Asia/Shanghai.</param>
/// <param name="Records">Source ids of its records, in order of time.</param>
/// <param name="Title">Words of its most central record, masked.</param>
/// <param name="Channels">Channel codes.</param>
/// <param name="Lead">Unit code of its owner.</param>
/// <param name="Level">red, orange, yellow or blue.</param>
/// <param name="Why">The numbers behind the level, and the words that its records share.</param>
/// <param name="Final">False when it is first raised, true at the end.</param>
public sealed record ReplayedEvent(
    string EventId,
    DateTimeOffset RaisedAt,
    IReadOnlyList<string> Records,
    string Title,
    IReadOnlyList<string> Channels,
    string Lead,
    string Level,
    string Why,
    bool Final);
