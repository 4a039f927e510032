using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>Hands what the records of a part are about to the events: one row a part, none when nothing changed.</summary>
public sealed class EventIntake(SketchTables tables, ISketchStore sketches)
{
    /// <summary>Takes the new and changed records of a part; a replay has one effect.</summary>
    public Task TakeAsync(IReadOnlyList<JudgedRecord> changed, string batchId, int part, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changed);
        if (changed.Count == 0)
        {
            return Task.CompletedTask;
        }

        var sketcher = new Sketcher(tables);
        return sketches.WriteAsync(batchId, part, [.. changed.Select(judged => Told(judged, sketcher))], cancellationToken);
    }

    /// <summary>What is kept of a record.</summary>
    internal static ToldRecord Told(JudgedRecord judged, Sketcher sketcher)
    {
        var record = EventRecord.Of(judged, sketcher);
        return new ToldRecord(new SketchedRecord(record, judged.Record.Version), RecordWords.Of(judged, record.Sketch));
    }
}
