using System.Buffers.Text;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>Cuts the records of one intake call into parts and queues them; what looks urgent goes first, in parts of its own.</summary>
internal sealed class PartSender(IPartStore parts, IRecordQueue queue, IUrgentLane urgentLane, TimeProvider time, string batchId, DateTimeOffset acceptedAt)
{
    /// <summary>Largest base64 that travels inside the message: a message holds 48 KiB before its own base64.</summary>
    private const int MaxInlineBytes = 40 * 1024;

    // A history that is imported overtakes nobody; scattered over its days it would cost a transaction a record.
    private static readonly TimeSpan MaxUrgentAge = TimeSpan.FromDays(2);

    // A part costs some six transactions however few its records are: so long an urgent one waits for others while the input is read.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly PartBuilder _ordinary = new();
    private readonly PartBuilder _urgent = new();
    private DateTimeOffset _urgentSince;

    /// <summary>Parts queued.</summary>
    public int Parts { get; private set; }

    /// <summary>Records taken.</summary>
    public int Accepted { get; private set; }

    /// <summary>Latest receipt among them.</summary>
    public DateTimeOffset? Latest { get; private set; }

    /// <summary>Takes a record; queues parts when one is full.</summary>
    public async Task AddAsync(CitizenRecord record, CancellationToken cancellationToken)
    {
        var line = PartBuilder.LineOf(record);
        var urgent = acceptedAt - record.ReceivedAt <= MaxUrgentAge && urgentLane.LooksUrgent(record);
        var builder = urgent ? _urgent : _ordinary;
        if (builder.IsFullFor(line))
        {
            await SendAsync(builder, urgent, cancellationToken);
        }

        _urgentSince = urgent && _urgent.Count == 0 ? time.GetUtcNow() : _urgentSince;
        builder.Add(line);
        Accepted++;
        Latest = Latest is { } latest && latest >= record.ReceivedAt ? latest : record.ReceivedAt;
        if (_urgent.IsFull || (_urgent.Count > 0 && time.GetUtcNow() - _urgentSince >= LongestWait))
        {
            await SendAsync(_urgent, urgent: true, cancellationToken);
        }

        if (_ordinary.IsFull)
        {
            await SendAsync(_ordinary, urgent: false, cancellationToken);
        }
    }

    /// <summary>Queues what was collected.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await SendAsync(_urgent, urgent: true, cancellationToken);
        await SendAsync(_ordinary, urgent: false, cancellationToken);
    }

    private async Task SendAsync(PartBuilder builder, bool urgent, CancellationToken cancellationToken)
    {
        if (builder.Count == 0)
        {
            return;
        }

        var part = ++Parts;
        var (content, records) = builder.Take();
        var inline = urgent && Base64.GetMaxEncodedToUtf8Length(content.Length) <= MaxInlineBytes ? Convert.ToBase64String(content) : null;
        if (inline is null)
        {
            await parts.WriteAsync(batchId, part, content, cancellationToken);
        }

        await queue.SendAsync(new PartMessage(batchId, part, urgent, acceptedAt, records, inline), cancellationToken);
    }
}
