using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>The model first, then the router.</summary>
public sealed class RecordJudge(Judge judge, Router router) : IRecordJudge
{
    /// <inheritdoc/>
    public IReadOnlyList<JudgedRecord> Judge(IReadOnlyList<CitizenRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        var batch = judge.JudgeBatch(records, cancellationToken);
        return [.. records.Select((record, index) => new JudgedRecord(record, router.Route(record, batch.Judgements[index], batch.Model)))];
    }
}
