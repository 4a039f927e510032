using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>
/// The one way in: reads, checks, masks, batches and queues records. Each bad line gets a reason and a dead letter;
/// the good lines beside it are taken. Nothing unmasked is written.
/// </summary>
public sealed class RecordIntake(
    Masker masker,
    IUrgentLane urgentLane,
    IPartStore parts,
    IRecordQueue queue,
    IDeadLetterStore letters,
    TimeProvider time,
    ILogger<RecordIntake> logger)
{
    private const int ProgressEvery = 200;

    /// <summary>Takes an input of at most 32 MiB.</summary>
    /// <param name="content">Read once, forward; stays open.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="channel">Channel of the records.</param>
    /// <param name="cancellationToken">Ends the call; what was queued stays queued.</param>
    /// <param name="progress">Told the lines read so far.</param>
    /// <exception cref="InputTooLargeException">The input is larger than 32 MiB.</exception>
    public Task<IntakeReceipt> AcceptAsync(
        Stream content, RecordFormat format, string channel, CancellationToken cancellationToken, IProgress<int>? progress = null) =>
        AcceptAsync(new IntakeRequest(content, format, channel) { Progress = progress }, cancellationToken);

    /// <summary>Takes an input.</summary>
    /// <exception cref="InputTooLargeException">The input is larger than the request allows.</exception>
    public async Task<IntakeReceipt> AcceptAsync(IntakeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        RefuseTooLarge(request);
        var acceptedAt = request.AcceptedAt ?? time.GetUtcNow();
        var batchId = request.BatchId ?? BatchId.New(acceptedAt);
        var sender = new PartSender(parts, queue, urgentLane, time, batchId, acceptedAt);
        var rejections = new Rejections(letters, batchId, request.Channel, acceptedAt);
        var lines = 0;
        await foreach (var result in ReadAsync(request, cancellationToken))
        {
            await TakeAsync(result, sender, rejections, acceptedAt, cancellationToken);
            if (++lines % ProgressEvery == 0)
            {
                request.Progress?.Report(lines);
            }
        }

        await sender.FlushAsync(cancellationToken);
        await rejections.FlushAsync(cancellationToken);
        var manifest = new BatchManifest(batchId, request.Channel, acceptedAt, sender.Parts, sender.Accepted, rejections.Lines.Count);
        await parts.WriteManifestAsync(manifest, cancellationToken);
        request.Progress?.Report(lines);
        IntakeLog.Accepted(logger, batchId, request.Channel, sender.Accepted, rejections.Lines.Count, sender.Parts);
        return new IntakeReceipt(batchId, sender.Accepted, rejections.Lines) { Latest = sender.Latest };
    }

    private static void RefuseTooLarge(IntakeRequest request)
    {
        if (request.Content.CanSeek && request.Content.Length - request.Content.Position > request.MaxBytes)
        {
            throw new InputTooLargeException(request.MaxBytes);
        }
    }

    private async Task TakeAsync(
        ReadResult result, PartSender sender, Rejections rejections, DateTimeOffset acceptedAt, CancellationToken cancellationToken)
    {
        if (result.Record is not { } submitted)
        {
            var text = result.Text is null ? null : Masker.MaskRejected(result.Text);
            await rejections.AddAsync(result.Line, result.Reason ?? "the line is no record", text, cancellationToken);
            return;
        }

        var reason = RecordValidator.Check(submitted, acceptedAt);
        var masked = masker.Mask(submitted);
        if (reason is null)
        {
            await sender.AddAsync(masked, cancellationToken);
            return;
        }

        var kept = JsonSerializer.Serialize(masked, RecordsJson.Wire.CitizenRecord);
        await rejections.AddAsync(result.Line, reason, kept, cancellationToken);
    }

    /// <summary>The lines; when the input breaks off as data (no storage or network fault), the break is the last, refused line.</summary>
    private static async IAsyncEnumerable<ReadResult> ReadAsync(
        IntakeRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var content = new LimitedStream(request.Content, request.MaxBytes);
        await using var lines = RecordReader.ReadAsync(content, request.Format, request.Channel, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        var last = 0;
        while (true)
        {
            ReadResult? broken = null;
            try
            {
                if (!await lines.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (Exception e) when (e is InvalidDataException or FormatException or JsonException or System.Text.DecoderFallbackException)
            {
                broken = new ReadResult(last + 1, null, $"the input cannot be read on from here: {e.Message}");
            }

            if (broken is not null)
            {
                yield return broken;
                yield break;
            }

            last = lines.Current.Line;
            yield return lines.Current;
        }
    }
}
