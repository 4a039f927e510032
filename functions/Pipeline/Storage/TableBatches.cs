using Azure.Data.Tables;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Cuts changes of one partition into entity-group transactions: at most 100 rows and 4 MiB each.</summary>
internal static class TableBatches
{
    private const int MaxRows = 100;

    // The service's limit is 4 MiB of request; what estimates miss must fit in the rest.
    private const int MaxBytes = 3 * 1024 * 1024;

    // Column names, types and the frame of one row in the request.
    private const int RowFrame = 4_000;

    /// <summary>Transactions, in order.</summary>
    public static IEnumerable<IReadOnlyList<T>> Cut<T>(IEnumerable<T> rows, Func<T, ITableEntity> entityOf)
    {
        var batch = new List<T>(MaxRows);
        var bytes = 0;
        foreach (var row in rows)
        {
            var size = SizeOf(entityOf(row));
            if (batch.Count == MaxRows || (batch.Count > 0 && bytes + size > MaxBytes))
            {
                yield return batch;
                batch = new List<T>(MaxRows);
                bytes = 0;
            }

            batch.Add(row);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>Writes rows of any number of partitions with one kind of change.</summary>
    public static async Task WriteAsync(
        TableClient table, TableTransactionActionType change, IEnumerable<TableEntity> rows, CancellationToken cancellationToken)
    {
        foreach (var partition in rows.GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
        {
            foreach (var batch in Cut(partition, row => row))
            {
                await table.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(change, row)), cancellationToken);
            }
        }
    }

    // JSON escapes a character beyond ASCII in six bytes.
    private static int SizeOf(ITableEntity entity) =>
        RowFrame + (entity is IDictionary<string, object> columns ? columns.Values.Sum(value => value is string text ? 6 * text.Length : 0) : 0);
}
