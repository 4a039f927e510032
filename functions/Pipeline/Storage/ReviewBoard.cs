using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The <c>review</c> table as persons work on it.</summary>
public sealed class ReviewBoard(StorageClients storage) : IReviewBoard
{
    private const int NotFound = 404;
    private const int PreconditionFailed = 412;
    private const int MaxRounds = 10;
    private readonly TableClient _review = storage.Table(StorageNames.Review);
    private readonly TableClient _records = storage.Table(StorageNames.Records);

    /// <inheritdoc/>
    public Task<Insights.Page<ReviewItem>> OpenAsync(DateOnly? day, DateOnly today, int size, string? continuation, CancellationToken cancellationToken) =>
        new ReviewPager(_review, day, today, size).ReadAsync(continuation, cancellationToken);

    /// <inheritdoc/>
    public async Task<ReviewItem?> FindAsync(DateOnly day, string key, CancellationToken cancellationToken)
    {
        // A key of another make would be a bad request to the service, and there is no such row.
        if (key.Length is 0 or > TableKey.MaxLength || key.Any(unit => !char.IsLetterOrDigit(unit) && unit is not ('-' or '_' or '.' or ':' or '!' or '~')))
        {
            return null;
        }

        var found = await _review.GetEntityIfExistsAsync<TableEntity>(RecordKeys.Compact(day), key, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row } ? ReviewRow.Read(row) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> TryDecideAsync(ReviewItem item, ReviewDecision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(decision);
        try
        {
            await _review.UpdateEntityAsync(ReviewRow.Of(item, decision), new ETag(item.Tag), TableUpdateMode.Merge, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is NotFound or PreconditionFailed)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(ReviewItem item, ReviewDecision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        for (var round = 0; round < MaxRounds; round++)
        {
            if (await RecordOfAsync(item, cancellationToken) is not { } row || DecidedColumns.Read(row)?.At > decision.At)
            {
                return;
            }

            var change = new TableEntity(row.PartitionKey, row.RowKey);
            DecidedColumns.Write(row, change, decision);
            try
            {
                await _records.UpdateEntityAsync(change, row.ETag, TableUpdateMode.Merge, cancellationToken);
                return;
            }
            catch (RequestFailedException e) when (e.Status is NotFound or PreconditionFailed)
            {
                // Another writer was there: the row is read again.
                continue;
            }
        }

        throw new InvalidOperationException($"The record of review {item.Key} kept changing under another writer: send the decision once more.");
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DecidedReview> DecidedAsync(DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var range = TableClient.CreateQueryFilter(
            $"PartitionKey ge {RecordKeys.Compact(from)} and PartitionKey le {RecordKeys.Compact(to)} and state eq {"decided"}");
        await foreach (var row in _review.QueryAsync<TableEntity>(range, cancellationToken: cancellationToken))
        {
            var item = ReviewRow.Read(row);
            if (item.Decision is not { } decision)
            {
                continue;
            }

            // The review row keeps 500 characters; the record has the whole text, unless a newer version says something else.
            var record = await RecordOfAsync(item, cancellationToken);
            yield return record is not null && record.GetInt32("version") == row.GetInt32("version")
                ? new DecidedReview(item, decision, record.GetString("title"), RecordRowReader.Read(record).Record.Body)
                : new DecidedReview(item, decision, item.Title, item.Excerpt);
        }
    }

    private async Task<TableEntity?> RecordOfAsync(ReviewItem item, CancellationToken cancellationToken)
    {
        var found = await _records.GetEntityIfExistsAsync<TableEntity>(
            RecordKeys.Partition(item.Channel, item.ReceivedDay), TableKey.Encode(item.SourceId), cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row } ? row : null;
    }
}
