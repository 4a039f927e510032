using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>Judges and routes records.</summary>
public interface IRecordJudge
{
    /// <summary>One verdict for each record, in their order.</summary>
    IReadOnlyList<JudgedRecord> Judge(IReadOnlyList<CitizenRecord> records, CancellationToken cancellationToken);
}
