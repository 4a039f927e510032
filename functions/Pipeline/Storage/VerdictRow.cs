using Azure.Data.Tables;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>A row of <c>records</c> whose verdict is renewed under its ETag.</summary>
internal sealed class VerdictRow(TableEntity row) : StoredVerdict(RecordRowReader.Read(row))
{
    private TableEntity? _renewed;

    /// <summary>The row as it was read.</summary>
    public TableEntity Row => row;

    /// <summary>What is written: the verdict's columns, or the whole row where columns go away, which a merge cannot do.</summary>
    public TableEntity Change => _renewed ?? throw new InvalidOperationException("The row has no new verdict.");

    /// <summary>The change under the ETag that was read.</summary>
    public TableTransactionAction Action => new(
        ReferenceEquals(_renewed, row) ? TableTransactionActionType.UpdateReplace : TableTransactionActionType.UpdateMerge, Change, row.ETag);

    /// <inheritdoc/>
    public override VerdictChange Renew(Verdict verdict)
    {
        var renewed = new TableEntity(row.PartitionKey, row.RowKey);
        RecordRow.AddVerdict(renewed, verdict);
        DecidedColumns.Keep(row, renewed);
        if (Stored.Decision is not null)
        {
            renewed["needsReview"] = false;
        }

        var change = new VerdictChange(
            Any: RecordRow.VerdictColumns.Any(column => Differs(renewed, column)),
            Topic: Differs(renewed, "topic"),
            Sentiment: Differs(renewed, "sentiment"),
            Urgency: Differs(renewed, "urgency"),
            Function: Differs(renewed, "function"),
            Lead: Differs(renewed, "lead"),
            Street: Differs(renewed, "street"),
            BecameEmergency: Differs(renewed, "urgency") && renewed.GetString("urgency") == "emergency");
        _renewed = change.Any ? Whole(renewed) : null;
        return change;
    }

    private bool Differs(TableEntity renewed, string column)
    {
        row.TryGetValue(column, out var before);
        renewed.TryGetValue(column, out var after);
        return before is int or long or double && after is double
            ? Convert.ToDouble(before, System.Globalization.CultureInfo.InvariantCulture) != (double)after
            : !Equals(before, after);
    }

    private TableEntity Whole(TableEntity renewed)
    {
        var gone = RecordRow.VerdictColumns.Where(column => row.ContainsKey(column) && !renewed.ContainsKey(column)).ToList();
        if (gone.Count == 0)
        {
            return renewed;
        }

        foreach (var column in gone)
        {
            row.Remove(column);
        }

        foreach (var (column, value) in renewed)
        {
            row[column] = value;
        }

        return row;
    }
}
