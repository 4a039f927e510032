using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>Reads the feeds of one family, one after another; a feed that fails is noted and the next goes on.</summary>
public sealed class FeedPoller(
    FeedSettings settings, FeedReader reader, RecordIntake intake, ICheckpointStore checkpoints, TimeProvider time, ILogger<FeedPoller> logger)
{
    /// <summary>Polls every feed of the family once.</summary>
    /// <exception cref="InvalidOperationException">A feed's settings are wrong.</exception>
    public async Task PollAsync(FeedFamily family, CancellationToken cancellationToken)
    {
        foreach (var feed in settings.Read().Where(feed => feed.Family == family))
        {
            var source = "feed-" + feed.Name;
            var before = await checkpoints.GetAsync(source, cancellationToken) ?? new Checkpoint();
            var after = before with { PolledAt = time.GetUtcNow(), Error = null };
            try
            {
                after = await PollAsync(feed, after, cancellationToken);
            }
            catch (Exception e) when (FeedReader.IsFeedFault(e, cancellationToken))
            {
                after = before with { PolledAt = after.PolledAt, Error = FeedReader.Describe(e) };
                IntakeLog.PollFailed(logger, feed.Name, after.Error);
            }

            await checkpoints.SetAsync(source, after, cancellationToken);
        }
    }

    /// <summary>Takes all pages; the cursor moves only when the intake has taken the last of them.</summary>
    private async Task<Checkpoint> PollAsync(Feed feed, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        var (pages, accepted, rejected) = (0, 0, 0);
        var latest = (DateTimeOffset?)null;
        await foreach (var page in reader.ReadAsync(feed, checkpoint, cancellationToken))
        {
            await using var content = page.Open();
            var receipt = await intake.AcceptAsync(content, RecordFormat.Json, feed.Channel, cancellationToken);
            page.Count = receipt.Accepted + receipt.Rejected.Count;
            (pages, accepted, rejected) = (pages + 1, accepted + receipt.Accepted, rejected + receipt.Rejected.Count);
            latest = receipt.Latest > (latest ?? DateTimeOffset.MinValue) ? receipt.Latest : latest;
            checkpoint = pages == 1
                ? checkpoint with { Address = page.Marks.Fingerprint, ETag = page.Marks.ETag, LastModified = page.Marks.LastModified, Digest = page.Marks.Digest }
                : checkpoint with { Address = null, ETag = null, LastModified = null, Digest = null };
        }

        var cursor = latest is { } time ? feed.Cursor(time) : checkpoint.Cursor;
        IntakeLog.Polled(logger, feed.Name, pages, accepted, rejected, cursor);
        return checkpoint with { Cursor = cursor };
    }
}
