using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The container <c>digests</c>: <c>{day|week}/{yyyy-MM-dd}</c> with one extension a form, and <c>.sent</c> as the mark that the card went out.</summary>
public sealed class DigestBlobs(StorageClients storage, TimeProvider time) : IDigestStore
{
    private const string SentMark = ".sent";
    private const string SentAt = "sentat";

    // Longer than the sender waits for its receiver.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private readonly BlobContainerClient _container = storage.Container(StorageNames.Digests);

    /// <inheritdoc/>
    public async Task SaveAsync(DigestKey key, DigestFormat format, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var headers = new BlobHttpHeaders { ContentType = DigestFormats.ContentType(format) };
        await Blob(key, DigestFormats.Extension(format)).UploadAsync(new BinaryData(content), new BlobUploadOptions { HttpHeaders = headers }, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<byte[]?> ReadAsync(DigestKey key, DigestFormat format, CancellationToken cancellationToken)
    {
        try
        {
            var found = await Blob(key, DigestFormats.Extension(format)).DownloadContentAsync(cancellationToken);
            return found.Value.Content.ToArray();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DigestKey>> ListAsync(DigestPeriod? period, int limit, CancellationToken cancellationToken)
    {
        var keys = new List<DigestKey>();
        var prefix = period is { } one ? new DigestKey(one, default).PeriodCode + "/" : null;
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken))
        {
            if (Parse(blob.Name) is { } key)
            {
                keys.Add(key);
            }
        }

        return [.. keys.OrderByDescending(key => key.Day).ThenBy(key => key.Period).Take(limit)];
    }

    /// <inheritdoc/>
    public async Task<bool> SendOnceAsync(DigestKey key, Func<CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(send);
        var mark = Blob(key, SentMark);
        await CreateAsync(mark, cancellationToken);
        var lease = mark.GetBlobLeaseClient();
        try
        {
            await lease.AcquireAsync(Lease, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException held) when (held.Status == 409)
        {
            return false;
        }

        try
        {
            var properties = await mark.GetPropertiesAsync(cancellationToken: cancellationToken);
            if (properties.Value.Metadata.ContainsKey(SentAt))
            {
                return false;
            }

            await send(cancellationToken);
            var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [SentAt] = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) };
            await mark.SetMetadataAsync(metadata, new BlobRequestConditions { LeaseId = lease.LeaseId }, CancellationToken.None);
            return true;
        }
        finally
        {
            await lease.ReleaseAsync(cancellationToken: CancellationToken.None);
        }
    }

    private static async Task CreateAsync(BlobClient mark, CancellationToken cancellationToken)
    {
        try
        {
            await mark.UploadAsync(new BinaryData(""), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            // Somebody has made it, and may hold it.
        }
    }

    private static DigestKey? Parse(string name)
    {
        var parts = name.Split('/');
        return parts.Length == 2
            && DigestFormats.TryParse(parts[0], out DigestPeriod period)
            && parts[1].EndsWith(".html", StringComparison.Ordinal)
            && DateOnly.TryParseExact(parts[1][..^5], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DigestKey(period, day)
            : null;
    }

    private BlobClient Blob(DigestKey key, string extension) => _container.GetBlobClient($"{key.PeriodCode}/{DayText.Iso(key.Day)}{extension}");
}
