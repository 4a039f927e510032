using Azure;
using Azure.Identity;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Asks whether the storage answers; three transactions.</summary>
public sealed class StorageProbe(StorageClients clients)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>What is wrong, one sentence for the log; null when table, queue and blob service all answer.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var table = clients.Table(StorageNames.Checkpoints).GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("probe", "probe", cancellationToken: limit.Token);
            var queue = clients.Queue(StorageNames.RecordsQueue).ExistsAsync(limit.Token);
            var blob = clients.Container(StorageNames.Batches).ExistsAsync(limit.Token);
            await Task.WhenAll(table, queue, blob);
            return queue.Result && blob.Result ? null : "a queue or container is missing; start the host again, it makes them";
        }
        catch (Exception e) when (e is RequestFailedException or AuthenticationFailedException or AggregateException)
        {
            return e.Message.Split('\n')[0];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"no answer within {Limit.TotalSeconds} s";
        }
    }
}
