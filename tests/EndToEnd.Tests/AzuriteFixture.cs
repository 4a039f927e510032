using Microsoft.Extensions.Configuration;
using SentimentWatch.EndToEnd.Tests;
using SentimentWatch.Pipeline.Storage;
using SentimentWatch.SelfHost.Storage;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace SentimentWatch.EndToEnd.Tests;

/// <summary>One Azurite for all tests of the assembly; every test takes an account of its own, so that fixed names never meet.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private static readonly string[] Accounts = [.. Enumerable.Range(0, 600).Select(n => $"devstoreaccount1t{n:000}")];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sentimentwatch-azurite-");
    private AzuriteProcess? _azurite;
    private int _next = -1;

    public async ValueTask InitializeAsync() =>
        _azurite = await AzuriteProcess.OpenAsync(
            new AzuriteOptions(_folder.FullName) { Accounts = Accounts, InMemory = true },
            line => TestContext.Current.SendDiagnosticMessage("{0}", line),
            TestContext.Current.CancellationToken);

    /// <summary>Connection string of an account that nobody has used.</summary>
    public string NewConnectionString() =>
        _azurite!.Endpoint.ConnectionString(Accounts[Interlocked.Increment(ref _next)], _azurite.Key);

    /// <summary>Settings with an unused account and the given others (<c>SentimentWatch:…</c>).</summary>
    public IConfiguration NewConfiguration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection([new("AzureWebJobsStorage", NewConnectionString()), .. settings.Select(s => KeyValuePair.Create(s.Key, s.Value))])
            .Build();

    /// <summary>Clients of an unused account, with every table, queue and container made.</summary>
    public async Task<StorageClients> NewStorageAsync()
    {
        var clients = new StorageClients(NewConfiguration(), new TransactionCounter());
        await clients.CreateAllAsync(TestContext.Current.CancellationToken);
        return clients;
    }

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
