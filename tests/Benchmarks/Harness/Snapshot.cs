using System.Globalization;
using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.Benchmarks.Harness;

/// <summary>Everything that stands in a storage account, as text.</summary>
internal static class Snapshot
{
    /// <summary>Every row of a table as <c>key → columns</c>, without the columns named in <paramref name="without"/> (times of processing).</summary>
    public static async Task<SortedDictionary<string, string>> TableAsync(
        StorageClients storage, string table, IReadOnlySet<string> without, CancellationToken cancellationToken)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in storage.Table(table).QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            var columns = row.Where(column => !without.Contains(column.Key)).OrderBy(column => column.Key, StringComparer.Ordinal)
                .Select(column => string.Create(CultureInfo.InvariantCulture, $"{column.Key}={column.Value}"));
            rows[$"{row.PartitionKey}|{row.RowKey}"] = string.Join('\u001f', columns);
        }

        return rows;
    }

    /// <summary>Every place of the account and its text: table rows, waiting queue messages, blobs (gzip opened).</summary>
    public static async IAsyncEnumerable<(string Place, string Text)> EverythingAsync(
        StorageClients storage, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var table in StorageNames.Tables)
        {
            var rows = await TableAsync(storage, table, new HashSet<string>(), cancellationToken);
            yield return ("table " + table, string.Join('\n', rows.Select(row => row.Key + row.Value)));
        }

        foreach (var queue in StorageNames.Queues)
        {
            var messages = await storage.Queue(queue).PeekMessagesAsync(32, cancellationToken);
            yield return ("queue " + queue, string.Join('\n', messages.Value.Select(message => message.Body.ToString())));
        }

        foreach (var container in StorageNames.Containers)
        {
            var text = new StringBuilder();
            await foreach (var blob in storage.Container(container).GetBlobsAsync(cancellationToken: cancellationToken))
            {
                var content = await storage.Container(container).GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken);
                text.AppendLine(blob.Name).AppendLine(Open(content.Value.Content.ToArray()));
            }

            yield return ("container " + container, text.ToString());
        }
    }

    private static string Open(byte[] content)
    {
        if (content.Length < 2 || content[0] != 0x1f || content[1] != 0x8b)
        {
            return Encoding.UTF8.GetString(content);
        }

        using var reader = new StreamReader(new GZipStream(new MemoryStream(content), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }
}
