using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>One page of open reviews, newest first. Its work is bounded: a page may be short and still go on.</summary>
internal sealed class ReviewPager(TableClient table, DateOnly? day, DateOnly today, int size)
{
    private const int MaxPartitions = 31;
    private const int OldestDays = 366;

    public async Task<Page<ReviewItem>> ReadAsync(string? continuation, CancellationToken cancellationToken)
    {
        var at = continuation is null ? new Position(day ?? today, "") : Parse(continuation);
        var oldest = day ?? today.AddDays(-OldestDays);
        var items = new List<ReviewItem>();
        for (var partitions = 0; at.Day >= oldest; partitions++, at = new Position(at.Day.AddDays(-1), ""))
        {
            if (partitions == MaxPartitions)
            {
                return new Page<ReviewItem>(items, Write(at));
            }

            foreach (var (place, row) in await OpenRowsAsync(at, cancellationToken))
            {
                if (items.Count == size)
                {
                    return new Page<ReviewItem>(items, Write(at));
                }

                items.Add(ReviewRow.Read(row));
                at = at with { Place = place };
            }
        }

        return new Page<ReviewItem>(items, null);
    }

    private static string Write(Position at) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{RecordKeys.Compact(at.Day)} {at.Place}"));

    /// <summary>Sorts newest first, also as text.</summary>
    private static string PlaceOf(TableEntity row) => string.Create(
        CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - (row.GetDateTimeOffset("acceptedAt")?.UtcTicks ?? 0):D19} {row.RowKey}");

    private async Task<IReadOnlyList<(string Place, TableEntity Row)>> OpenRowsAsync(Position at, CancellationToken cancellationToken)
    {
        var rows = new List<(string Place, TableEntity Row)>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {RecordKeys.Compact(at.Day)}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (ReviewRow.IsOpen(row) && PlaceOf(row) is var place && string.CompareOrdinal(place, at.Place) > 0)
            {
                rows.Add((place, row));
            }
        }

        rows.Sort((one, other) => string.CompareOrdinal(one.Place, other.Place));
        return rows;
    }

    private Position Parse(string continuation)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(continuation.Length)];
        if (!Base64Url.TryDecodeFromChars(continuation, bytes, out var length)
            || Encoding.UTF8.GetString(bytes, 0, length).Split(' ', 2) is not [var on, var place]
            || !DateOnly.TryParseExact(on, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            || (day is not null && start != day))
        {
            throw new FormatException("The continuation is not one that an earlier page gave; start without it.");
        }

        return new Position(start > today ? today : start, place);
    }

    private readonly record struct Position(DateOnly Day, string Place);
}
