using System.Runtime.CompilerServices;
using SentimentWatch.Pipeline.Storage;
using SentimentWatch.SelfHost.Hosting;
using SentimentWatch.SelfHost.Storage;

namespace SentimentWatch.SelfHost.Doctor;

/// <summary>The account of the settings, or the embedded Azurite, answers and has all its parts.</summary>
internal sealed class StorageCheck(ConfigurationManager configuration, DataFolder data) : ICheck
{
    public string Name => "storage";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var configured = StorageStart.IsConfigured(configuration);
        Finding finding;
        try
        {
            await using var azurite = await StorageStart.OpenAsync(configuration, data, Cli.CommonOptions.Say, cancellationToken);
            using var counter = new TransactionCounter();
            var clients = new StorageClients(configuration, counter);
            await StorageStart.CreateAsync(clients, cancellationToken);
            finding = await new StorageProbe(clients).FaultAsync(cancellationToken) is { } fault
                ? Finding.Fault($"it does not answer ({fault}): check AzureWebJobsStorage and the network.")
                : Finding.Ok(configured
                    ? "the account of AzureWebJobsStorage answers"
                    : $"the embedded Azurite answers, its data lie in {data.Azurite}{(azurite!.Reused ? " (joined a running one)" : "")}");
        }
        catch (Exception e) when (e is UserErrorException or InvalidOperationException or FormatException)
        {
            finding = Finding.Fault(e.Message);
        }

        yield return finding;
    }
}
