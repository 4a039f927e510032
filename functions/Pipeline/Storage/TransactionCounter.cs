using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Counts storage transactions (HTTP requests to tables, queues and blobs), the unit of a serverless bill, each retry included.</summary>
public sealed class TransactionCounter : HttpPipelineSynchronousPolicy, IDisposable
{
    private readonly Meter _meter = new("SentimentWatch.Storage");
    private readonly Counter<long> _transactions;
    private readonly ConcurrentDictionary<string, long> _byKind = new(StringComparer.Ordinal);
    private long _total;

    public TransactionCounter() =>
        _transactions = _meter.CreateCounter<long>("sentimentwatch.storage.transactions", "{transaction}");

    /// <summary>All transactions since start.</summary>
    public long Total => Interlocked.Read(ref _total);

    /// <summary>Transactions by <c>service METHOD first-path-segment</c>.</summary>
    public IReadOnlyDictionary<string, long> ByKind => _byKind;

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        Interlocked.Increment(ref _total);
        var kind = Describe(message.Request);
        _byKind.AddOrUpdate(kind, 1, static (_, n) => n + 1);
        _transactions.Add(1, new KeyValuePair<string, object?>("operation", kind));
    }

    /// <summary>Releases the meter.</summary>
    public void Dispose() => _meter.Dispose();

    private static string Describe(Request request)
    {
        // Emulator addresses carry the account name first; entity keys stand in brackets. Neither may reach a metric.
        var segments = request.Uri.Path?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var first = segments.Length == 0 ? "" : segments[0];
        var name = first.StartsWith("devstoreaccount1", StringComparison.Ordinal) && segments.Length > 1 ? segments[1] : first;
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        return $"{request.Method.Method} {(bracket < 0 ? name : name[..bracket])}";
    }
}
