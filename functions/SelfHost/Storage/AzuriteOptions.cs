namespace SentimentWatch.SelfHost.Storage;

/// <summary>How the embedded storage is run.</summary>
/// <param name="Folder">Where its data lie; one Azurite a folder.</param>
public sealed record AzuriteOptions(string Folder)
{
    /// <summary>Names of the accounts it serves; the first is the one of <see cref="AzuriteProcess.ConnectionString"/>.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = ["devstoreaccount1"];

    /// <summary>True: nothing is written to disk and all is lost when it ends (tests).</summary>
    public bool InMemory { get; init; }
}
