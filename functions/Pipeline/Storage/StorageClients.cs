using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Clients of one storage account, all counted by one <see cref="TransactionCounter"/>.</summary>
public sealed class StorageClients
{
    private readonly TableServiceClient _tables;
    private readonly BlobServiceClient _blobs;
    private readonly QueueServiceClient _queues;
    private readonly QueueServiceClient _rawQueues;

    /// <summary>Reads <c>AzureWebJobsStorage</c> (a connection string, or the <c>__tableServiceUri</c>, <c>__blobServiceUri</c>, <c>__queueServiceUri</c>, <c>__clientId</c> form).</summary>
    /// <exception cref="InvalidOperationException">Neither form is set.</exception>
    public StorageClients(IConfiguration configuration, TransactionCounter counter)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        Counter = counter;
        var tableOptions = Counted(new TableClientOptions(), counter);
        var blobOptions = Counted(new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_11_04), counter);
        var queueOptions = Counted(new QueueClientOptions(QueueClientOptions.ServiceVersion.V2024_11_04) { MessageEncoding = QueueMessageEncoding.Base64 }, counter);
        var rawQueueOptions = Counted(new QueueClientOptions(QueueClientOptions.ServiceVersion.V2024_11_04), counter);
        if (configuration["AzureWebJobsStorage"] is { Length: > 0 } connection)
        {
            _tables = new TableServiceClient(connection, tableOptions);
            _blobs = new BlobServiceClient(connection, blobOptions);
            _queues = new QueueServiceClient(connection, queueOptions);
            _rawQueues = new QueueServiceClient(connection, rawQueueOptions);
            return;
        }

        var section = configuration.GetSection("AzureWebJobsStorage");
        TokenCredential credential = section["clientId"] is { Length: > 0 } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new DefaultAzureCredential();
        _tables = new TableServiceClient(Address(section, "tableServiceUri"), credential, tableOptions);
        _blobs = new BlobServiceClient(Address(section, "blobServiceUri"), credential, blobOptions);
        _queues = new QueueServiceClient(Address(section, "queueServiceUri"), credential, queueOptions);
        _rawQueues = new QueueServiceClient(Address(section, "queueServiceUri"), credential, rawQueueOptions);
    }

    /// <summary>Counts every request of these clients.</summary>
    public TransactionCounter Counter { get; }

    /// <summary>Client of one table of <see cref="StorageNames.Tables"/>.</summary>
    public TableClient Table(string name) => _tables.GetTableClient(name);

    /// <summary>Client of one queue; messages are base64.</summary>
    public QueueClient Queue(string name) => _queues.GetQueueClient(name);

    /// <summary>Client of one queue that leaves messages as they are: a listener must see the ones that are not base64, too.</summary>
    public QueueClient RawQueue(string name) => _rawQueues.GetQueueClient(name);

    /// <summary>Client of one blob container.</summary>
    public BlobContainerClient Container(string name) => _blobs.GetBlobContainerClient(name);

    /// <summary>Creates every table, queue and container that is missing; three listings when nothing is.</summary>
    public async Task CreateAllAsync(CancellationToken cancellationToken)
    {
        var tables = NamesAsync(_tables.QueryAsync(cancellationToken: cancellationToken), table => table.Name);
        var queues = NamesAsync(_queues.GetQueuesAsync(cancellationToken: cancellationToken), queue => queue.Name);
        var containers = NamesAsync(_blobs.GetBlobContainersAsync(cancellationToken: cancellationToken), container => container.Name);
        await Task.WhenAll(tables, queues, containers);
        var work = StorageNames.Tables.Except(await tables, StringComparer.Ordinal)
            .Select(name => (Task)_tables.CreateTableIfNotExistsAsync(name, cancellationToken))
            .Concat(StorageNames.Queues.Except(await queues, StringComparer.Ordinal)
                .Select(name => Queue(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)))
            .Concat(StorageNames.Containers.Except(await containers, StringComparer.Ordinal)
                .Select(name => Container(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)));
        await Task.WhenAll(work);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync<T>(IAsyncEnumerable<T> items, Func<T, string> name)
    {
        var names = new List<string>();
        await foreach (var item in items)
        {
            names.Add(name(item));
        }

        return names;
    }

    private static Uri Address(IConfigurationSection section, string key) =>
        Uri.TryCreate(section[key], UriKind.Absolute, out var uri)
            ? uri
            : throw new InvalidOperationException(
                $"No storage is configured: set AzureWebJobsStorage to a connection string, or AzureWebJobsStorage__{key} to the account's address.");

    private static T Counted<T>(T options, TransactionCounter counter)
        where T : ClientOptions
    {
        options.AddPolicy(counter, HttpPipelinePosition.PerRetry);
        return options;
    }
}
