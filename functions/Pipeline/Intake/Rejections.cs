using System.Globalization;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>Collects the refused lines of one intake call and keeps them, masked, in groups.</summary>
internal sealed class Rejections(IDeadLetterStore letters, string batchId, string channel, DateTimeOffset acceptedAt)
{
    private const int GroupSize = 100;
    private readonly List<RejectedLine> _lines = [];
    private readonly List<DeadLetter> _waiting = [];

    /// <summary>All refused lines so far.</summary>
    public IReadOnlyList<RejectedLine> Lines => _lines;

    /// <summary>Refuses a line.</summary>
    /// <param name="line">1-based.</param>
    /// <param name="reason">One sentence of the reader's or ours; may quote the input, so it is masked too.</param>
    /// <param name="maskedText">What was refused, already masked.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task AddAsync(int line, string reason, string? maskedText, CancellationToken cancellationToken)
    {
        var said = Masker.Mask(reason);
        _lines.Add(new RejectedLine(line, said));
        var id = string.Create(CultureInfo.InvariantCulture, $"{batchId}_{_lines.Count:000000}");
        _waiting.Add(new DeadLetter(id, acceptedAt, "intake", said, maskedText, channel, batchId, line));
        if (_waiting.Count >= GroupSize)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Writes what waits.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Count > 0)
        {
            await letters.KeepAsync([.. _waiting], cancellationToken);
            _waiting.Clear();
        }
    }
}
