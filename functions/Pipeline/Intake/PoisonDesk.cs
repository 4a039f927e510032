using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>Keeps messages that were given up after their retries, and marks their batch failed. For an alert this is an incident: it is logged as an error.</summary>
public sealed class PoisonDesk(IDeadLetterStore letters, IPartStore parts, TimeProvider time, ILogger<PoisonDesk> logger)
{
    private const string Suffix = "-poison";

    /// <summary>Keeps one message; the same again gives the same dead letter.</summary>
    /// <param name="queue">Queue it came from, with or without <c>-poison</c>.</param>
    /// <param name="message">Its text.</param>
    /// <param name="cancellationToken">Ends the writing; the message stays queued.</param>
    public async Task KeepAsync(string queue, string message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(message);
        var source = queue.EndsWith(Suffix, StringComparison.Ordinal) ? queue[..^Suffix.Length] : queue;
        var id = "poison_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)))[..24];
        var part = PartOf(message);
        var reason = part is null
            ? $"the message of queue {source} failed at every try; see the log for the error"
            : $"part {part.Part} of batch {part.BatchId} ({part.Records} records) failed at every try; its blob in container batches can be queued again";
        if (part is { Inline: { } inline })
        {
            // What travelled in the message would be lost with it.
            await parts.WriteAsync(part.BatchId, part.Part, Convert.FromBase64String(inline), cancellationToken);
        }

        var text = part is null ? Masker.Mask(message) : JsonSerializer.Serialize(part with { Inline = null }, IntakeJson.Wire.PartMessage);
        await letters.KeepAsync([new DeadLetter(id, time.GetUtcNow(), source, reason, text, null, part?.BatchId)], cancellationToken);
        if (part is not null)
        {
            await parts.WriteResultAsync(new PartResult(part.BatchId, part.Part, Failed: true, 0, 0, 0, 0), cancellationToken);
        }

        IntakeLog.Poisoned(logger, source, id, reason);
    }

    private static PartMessage? PartOf(string message)
    {
        try
        {
            var part = JsonSerializer.Deserialize(message, IntakeJson.Wire.PartMessage);
            return part is not null && BatchId.IsValid(part.BatchId) ? part : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
