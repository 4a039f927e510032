using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SentimentWatch.Pipeline.Intake;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The containers <c>inbox</c>, <c>inbox-done</c> and <c>inbox-failed</c>.</summary>
public sealed class DropBlobs(StorageClients storage) : IDropStore
{
    private readonly BlobContainerClient _inbox = storage.Container(StorageNames.Inbox);

    /// <inheritdoc/>
    public async IAsyncEnumerable<DroppedFile> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in _inbox.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellationToken))
        {
            yield return new DroppedFile(blob.Name, blob.Properties.ETag.ToString() ?? "", blob.Properties.LastModified ?? default);
        }
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(DroppedFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            var options = new BlobOpenReadOptions(allowModifications: false) { Conditions = AsListed(file) };
            return await _inbox.GetBlobClient(file.Name).OpenReadAsync(options, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task FinishAsync(DroppedFile file, DropReport report, bool keepOriginal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(report);
        var target = storage.Container(report.Failed ? StorageNames.InboxFailed : StorageNames.InboxDone);
        var json = JsonSerializer.SerializeToUtf8Bytes(report, IntakeJson.Wire.DropReport);
        await target.GetBlobClient(ReportName(file)).UploadAsync(
            BinaryData.FromBytes(json),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } },
            cancellationToken);
        if (keepOriginal)
        {
            await CopyAsync(file, target, cancellationToken);
        }

        try
        {
            await _inbox.GetBlobClient(file.Name).DeleteIfExistsAsync(DeleteSnapshotsOption.None, AsListed(file), cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            // Replaced meanwhile: the new file is for the next sweep.
            return;
        }
    }

    // Two files of one name, dropped one after another, have a report each.
    private static string ReportName(DroppedFile file) => $"{file.Name}.{file.Since.UtcDateTime:yyyyMMddHHmmss}.report.json";

    private static BlobRequestConditions AsListed(DroppedFile file) => new() { IfMatch = new ETag(file.Tag) };

    private async Task CopyAsync(DroppedFile file, BlobContainerClient target, CancellationToken cancellationToken)
    {
        if (await OpenAsync(file, cancellationToken) is { } content)
        {
            await using (content)
            {
                await target.GetBlobClient(file.Name).UploadAsync(content, overwrite: true, cancellationToken);
            }
        }
    }
}
