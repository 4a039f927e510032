using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentimentWatch.SelfHost.Storage;

/// <summary>Where a running Azurite listens, as its runner wrote it down.</summary>
public sealed record AzuriteEndpoint(int Blob, int Queue, int Table, int Control, int Pid)
{
    /// <summary>Reads the file; null when there is none, or when it was cut off.</summary>
    public static AzuriteEndpoint? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(file), AzuriteJson.Default.AzuriteEndpoint);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Connection string of one account of this Azurite.</summary>
    public string ConnectionString(string account, string key) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={key};" +
        $"BlobEndpoint=http://127.0.0.1:{Blob}/{account};QueueEndpoint=http://127.0.0.1:{Queue}/{account};" +
        $"TableEndpoint=http://127.0.0.1:{Table}/{account};";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AzuriteEndpoint))]
internal sealed partial class AzuriteJson : JsonSerializerContext;
