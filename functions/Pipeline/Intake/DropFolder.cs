using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>
/// Takes files out of the drop folder, one after another. The batch id follows from the file, so a sweep that dies and is run again
/// gives the same parts and the same dead letters.
/// </summary>
public sealed class DropFolder(
    IDropStore store, RecordIntake intake, TimeProvider time, IConfiguration configuration, ILogger<DropFolder> logger)
{
    /// <summary>Keeps the dropped files beside their reports. Off by default: they hold personal data.</summary>
    public const string KeepOriginalsSetting = "SentimentWatch:Inbox:KeepOriginals";

    private readonly bool _keepOriginals = configuration.GetValue(KeepOriginalsSetting, false);

    /// <summary>Takes every file that waits.</summary>
    /// <returns>How many were dealt with.</returns>
    /// <exception cref="AggregateException">Some files could not be dealt with; they wait for the next sweep. The others are done.</exception>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        List<Exception> faults = [];
        await foreach (var file in store.ListAsync(cancellationToken))
        {
            try
            {
                done += await SettleAsync(file, cancellationToken) ? 1 : 0;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // One file must not keep those behind it waiting.
                faults.Add(new IOException($"Dropped file {file.Name} could not be taken.", e));
            }
        }

        return faults.Count == 0 ? done : throw new AggregateException(faults);
    }

    private async Task<bool> SettleAsync(DroppedFile file, CancellationToken cancellationToken)
    {
        if (await TakeAsync(file, cancellationToken) is not { } report)
        {
            return false;
        }

        await store.FinishAsync(file, report, _keepOriginals, cancellationToken);
        IntakeLog.Dropped(logger, file.Name, report.Accepted, report.Rejected.Count, report.Failed, report.Reason);
        return true;
    }

    private async Task<DropReport?> TakeAsync(DroppedFile file, CancellationToken cancellationToken)
    {
        var slash = file.Name.IndexOf('/', StringComparison.Ordinal);
        var channel = slash < 0 ? "" : file.Name[..slash];
        if (!Channels.IsKnown(channel))
        {
            return Refuse(file, $"'{file.Name}' lies in no channel's folder; put it into inbox/{{channel}}/ with one of {string.Join(", ", Channels.All)}");
        }

        await using var content = await store.OpenAsync(file, cancellationToken);
        if (content is null)
        {
            return null;
        }

        var request = new IntakeRequest(content, RecordFormats.FromFileName(file.Name), channel)
        {
            MaxBytes = long.MaxValue,
            BatchId = BatchId.From(file.Since, $"{file.Name}|{file.Tag}"),
            AcceptedAt = file.Since,
        };
        var receipt = await intake.AcceptAsync(request, cancellationToken);
        var failed = receipt.Accepted == 0;
        var reason = !failed ? null
            : receipt.Rejected.Count == 0 ? "the file holds no records"
            : "no line of the file could be taken; see rejected";
        return new DropReport(file.Name, failed, reason, receipt.BatchId, receipt.Accepted, receipt.Rejected, time.GetUtcNow());
    }

    private DropReport Refuse(DroppedFile file, string reason) => new(file.Name, true, reason, null, 0, [], time.GetUtcNow());
}
