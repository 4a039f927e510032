using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SentimentWatch.Pipeline.Intake;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>
/// The container <c>batches</c>: <c>{batchId}/{part:0000}.ndjson.gz</c>, <c>.result.json</c>, <c>.failed.json</c> and <c>manifest.json</c>.
/// Their figures are metadata too, so that one listing tells how far a batch is.
/// </summary>
public sealed class PartBlobs(StorageClients storage) : IPartStore
{
    private const string Manifest = "manifest.json";
    private const string Result = ".result.json";
    private const string Failure = ".failed.json";
    private readonly BlobContainerClient _container = storage.Container(StorageNames.Batches);

    /// <inheritdoc/>
    public Task WriteAsync(string batchId, int part, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        _container.GetBlobClient(PartName(batchId, part) + ".ndjson.gz").UploadAsync(
            BinaryData.FromBytes(content),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/gzip" } },
            cancellationToken);

    /// <inheritdoc/>
    public async Task<byte[]?> ReadAsync(string batchId, int part, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await _container.GetBlobClient(PartName(batchId, part) + ".ndjson.gz").DownloadContentAsync(cancellationToken);
            return blob.Value.Content.ToArray();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task WriteManifestAsync(BatchManifest manifest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var figures = Figures(("parts", manifest.Parts), ("accepted", manifest.Accepted), ("rejected", manifest.Rejected));
        figures["channel"] = Uri.EscapeDataString(manifest.Channel);
        figures["acceptedat"] = manifest.AcceptedAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, IntakeJson.Wire.BatchManifest);
        return UploadAsync($"{manifest.BatchId}/{Manifest}", json, figures, null, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task WriteResultAsync(PartResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        var figures = Figures(("stored", result.Stored), ("updated", result.Updated), ("unchanged", result.Unchanged), ("alerts", result.Alerts));
        var json = JsonSerializer.SerializeToUtf8Bytes(result, IntakeJson.Wire.PartResult);
        var name = PartName(result.BatchId, result.Part) + (result.Failed ? Failure : Result);
        try
        {
            await UploadAsync(name, json, figures, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // A replay: the first result stays, since the replay found its own work and did nothing.
            return;
        }
    }

    /// <inheritdoc/>
    public async Task<BatchProgress?> ReadProgressAsync(string batchId, CancellationToken cancellationToken)
    {
        BatchManifest? manifest = null;
        var results = new Dictionary<int, PartResult>();
        var blobs = _container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, batchId + "/", cancellationToken);
        await foreach (var blob in blobs)
        {
            var name = blob.Name[(batchId.Length + 1)..];
            if (name == Manifest)
            {
                manifest = ManifestOf(batchId, blob.Metadata);
            }
            else if (PartResultOf(batchId, name, blob.Metadata) is { } result && (!result.Failed || !results.ContainsKey(result.Part)))
            {
                results[result.Part] = result;
            }
        }

        return manifest is null ? null : new BatchProgress(manifest, [.. results.Values]);
    }

    private static BatchManifest ManifestOf(string batchId, IDictionary<string, string> figures) => new(
        batchId,
        Uri.UnescapeDataString(figures["channel"]),
        DateTimeOffset.Parse(figures["acceptedat"], CultureInfo.InvariantCulture),
        Figure(figures, "parts"),
        Figure(figures, "accepted"),
        Figure(figures, "rejected"));

    private static PartResult? PartResultOf(string batchId, string name, IDictionary<string, string> figures)
    {
        var failed = name.EndsWith(Failure, StringComparison.Ordinal);
        if (!failed && !name.EndsWith(Result, StringComparison.Ordinal))
        {
            return null;
        }

        var part = int.Parse(name.AsSpan(0, name.IndexOf('.', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
        return new PartResult(
            batchId, part, failed, Figure(figures, "stored"), Figure(figures, "updated"), Figure(figures, "unchanged"), Figure(figures, "alerts"));
    }

    private static string PartName(string batchId, int part) => string.Create(CultureInfo.InvariantCulture, $"{batchId}/{part:0000}");

    private static int Figure(IDictionary<string, string> figures, string name) => int.Parse(figures[name], CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Figures(params ReadOnlySpan<(string Name, int Value)> figures)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in figures)
        {
            metadata[name] = value.ToString(CultureInfo.InvariantCulture);
        }

        return metadata;
    }

    private Task<Response<BlobContentInfo>> UploadAsync(
        string name, byte[] json, Dictionary<string, string> figures, BlobRequestConditions? conditions, CancellationToken cancellationToken) =>
        _container.GetBlobClient(name).UploadAsync(
            BinaryData.FromBytes(json),
            new BlobUploadOptions
            {
                Conditions = conditions,
                Metadata = figures,
                HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            },
            cancellationToken);
}
