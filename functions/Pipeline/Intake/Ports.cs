using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>Says before the queue whether a record looks like an emergency, so that it overtakes the backlog.</summary>
public interface IUrgentLane
{
    /// <summary>True when the record should travel on the urgent lane. Thread-safe; a wrong answer costs time, never a record.</summary>
    bool LooksUrgent(CitizenRecord record);
}

/// <summary>Parts, manifests and results of batches.</summary>
public interface IPartStore
{
    /// <summary>Writes a part; writing the same part again replaces it.</summary>
    Task WriteAsync(string batchId, int part, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Reads a part; null when there is none.</summary>
    Task<byte[]?> ReadAsync(string batchId, int part, CancellationToken cancellationToken);

    /// <summary>Writes a manifest; the same again replaces it.</summary>
    Task WriteManifestAsync(BatchManifest manifest, CancellationToken cancellationToken);

    /// <summary>Writes a result. The first success of a part stays, whatever comes later; a failure gives way to a success.</summary>
    Task WriteResultAsync(PartResult result, CancellationToken cancellationToken);

    /// <summary>Reads how far a batch is; null when it has no manifest.</summary>
    Task<BatchProgress?> ReadProgressAsync(string batchId, CancellationToken cancellationToken);
}

/// <summary>The queues of parts.</summary>
public interface IRecordQueue
{
    /// <summary>Queues a part: on <c>records-urgent</c> when it says so, else on <c>records</c>. It never expires.</summary>
    Task SendAsync(PartMessage message, CancellationToken cancellationToken);
}

/// <summary>Wakes a queue's listener in the same process, so that it need not wait for its next poll.</summary>
public interface IQueueBell
{
    /// <summary>Says that a message was just sent to <paramref name="queue"/>.</summary>
    void Ring(string queue);
}

/// <summary>A bell nobody listens to: a host that is told of messages otherwise.</summary>
public sealed class SilentBell : IQueueBell
{
    /// <inheritdoc/>
    public void Ring(string queue)
    {
    }
}

/// <summary>Input that could not be taken, kept masked with its reason.</summary>
public interface IDeadLetterStore
{
    /// <summary>Keeps letters; one with the same id on the same day is replaced.</summary>
    Task KeepAsync(IReadOnlyList<DeadLetter> letters, CancellationToken cancellationToken);
}

/// <summary>One refused or poisoned input.</summary>
/// <param name="Id">Unique within its day.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Source"><c>intake</c>, or the queue of a poisoned message.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Text">What was refused, masked; cut at 30,000 characters.</param>
/// <param name="Channel">Channel, if known.</param>
/// <param name="BatchId">Batch, if any.</param>
/// <param name="Line">Line in the input, if any.</param>
public sealed record DeadLetter(
    string Id, DateTimeOffset At, string Source, string Reason, string? Text,
    string? Channel = null, string? BatchId = null, int? Line = null);

/// <summary>Where each source has got to.</summary>
public interface ICheckpointStore
{
    /// <summary>The checkpoint of a source; null before its first.</summary>
    Task<Checkpoint?> GetAsync(string source, CancellationToken cancellationToken);

    /// <summary>Replaces the checkpoint of a source.</summary>
    Task SetAsync(string source, Checkpoint checkpoint, CancellationToken cancellationToken);
}

/// <summary>Where a source has got to.</summary>
public sealed record Checkpoint
{
    /// <summary>Value of the <c>since</c> parameter of the next request; null from the beginning.</summary>
    public string? Cursor { get; init; }

    /// <summary>Hash of the address that <see cref="ETag"/>, <see cref="LastModified"/> and <see cref="Digest"/> belong to; null when the last answer had several pages, which one tag cannot stand for.</summary>
    public string? Address { get; init; }

    /// <summary>ETag of the last answer.</summary>
    public string? ETag { get; init; }

    /// <summary>Last-Modified of the last answer.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Hash of the last answer, for feeds that send no tag.</summary>
    public string? Digest { get; init; }

    /// <summary>Last try (UTC).</summary>
    public DateTimeOffset PolledAt { get; init; }

    /// <summary>Why the last try failed; null when it did not.</summary>
    public string? Error { get; init; }
}
