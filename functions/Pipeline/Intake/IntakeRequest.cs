using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>One intake call.</summary>
/// <param name="Content">The input; read once, forward.</param>
/// <param name="Format">How it is written.</param>
/// <param name="Channel">Channel of records that do not name theirs; see <see cref="Channels"/>.</param>
public sealed record IntakeRequest(Stream Content, RecordFormat Format, string Channel)
{
    /// <summary>Largest body that a request may carry: 32 MiB.</summary>
    public const long MaxRequestBytes = 32L * 1024 * 1024;

    /// <summary>Bytes after which the call ends with <see cref="InputTooLargeException"/>; a file of the operator's own passes <see cref="long.MaxValue"/>.</summary>
    public long MaxBytes { get; init; } = MaxRequestBytes;

    /// <summary>Set when the same input may come again after a crash, so that it gives the same batch; otherwise a new id is made.</summary>
    public string? BatchId { get; init; }

    /// <summary>When the input came (UTC); now when null.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Told the number of lines read so far, every few hundred lines and at the end.</summary>
    public IProgress<int>? Progress { get; init; }
}
