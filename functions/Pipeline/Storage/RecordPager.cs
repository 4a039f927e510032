using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>One page of records, newest day first, channel by channel in a day. Its work is bounded: a page may be short and still go on.</summary>
internal sealed class RecordPager(TableClient table, RecordFilter filter, int size)
{
    private const int MaxPartitions = 60;
    private const int MaxRowsRead = 10_000;

    private readonly IReadOnlyList<string> _channels = RecordConditions.ChannelsOf(filter);
    private readonly string _conditions = RecordConditions.ServerSide(filter);

    public async Task<Page<StoredRecord>> ReadAsync(string? continuation, CancellationToken cancellationToken)
    {
        var at = continuation is null ? new Position(filter.To, 0, "") : Parse(continuation);
        var items = new List<StoredRecord>();
        var read = 0;
        for (var partitions = 0; at.Day >= filter.From; partitions++, at = After(at))
        {
            if (partitions == MaxPartitions)
            {
                return new Page<StoredRecord>(items, Write(at));
            }

            var keys = TableClient.CreateQueryFilter($"PartitionKey eq {RecordKeys.Partition(_channels[at.Channel], at.Day)} and RowKey gt {at.Row}");
            await foreach (var row in table.QueryAsync<TableEntity>(keys + _conditions, PageHint, cancellationToken: cancellationToken))
            {
                read++;
                if (RecordRowReader.Read(row) is var record && RecordConditions.Holds(filter, record))
                {
                    items.Add(record);
                }

                if (items.Count == size || read == MaxRowsRead)
                {
                    return new Page<StoredRecord>(items, Write(at with { Row = row.RowKey }));
                }
            }
        }

        return new Page<StoredRecord>(items, null);
    }

    /// <summary>Rows a request: no more than the page needs, unless only a few of them will fit the filter.</summary>
    private int PageHint => filter.Unit is null && string.IsNullOrEmpty(filter.Text) ? size : 1_000;

    private static string Write(Position at) => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{RecordKeys.Compact(at.Day)} {at.Channel} {at.Row}")));

    private Position After(Position at) => at.Channel + 1 < _channels.Count
        ? at with { Channel = at.Channel + 1, Row = "" }
        : new Position(at.Day.AddDays(-1), 0, "");

    private Position Parse(string continuation)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(continuation.Length)];
        if (!Base64Url.TryDecodeFromChars(continuation, bytes, out var length)
            || Encoding.UTF8.GetString(bytes, 0, length).Split(' ', 3) is not [var day, var channel, var row]
            || !DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            || !int.TryParse(channel, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || index >= _channels.Count)
        {
            throw new FormatException("The continuation is not one that an earlier page gave; start without it.");
        }

        return new Position(on > filter.To ? filter.To : on, index, row);
    }

    private readonly record struct Position(DateOnly Day, int Channel, string Row);
}
