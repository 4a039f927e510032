namespace SentimentWatch.Pipeline.Notify.Limits;

/// <summary>Moments at which messages were sent to one receiver, oldest first, to the millisecond (UTC).</summary>
public sealed class SendLog
{
    private const byte Version = 1;
    private readonly long[] _sent;

    private SendLog(long[] sent) => _sent = sent;

    /// <summary>No message yet.</summary>
    public static SendLog Empty { get; } = new([]);

    /// <summary>Messages that are remembered.</summary>
    public int Count => _sent.Length;

    /// <summary>When the last one was sent; null when none is remembered.</summary>
    public DateTimeOffset? Last => Count == 0 ? null : this[Count - 1];

    /// <summary>When a message was sent; 0 is the oldest.</summary>
    public DateTimeOffset this[int index] => DateTimeOffset.FromUnixTimeMilliseconds(_sent[index]);

    /// <summary>
    /// With one more message. Instances' clocks differ: one that is behind writes the time of the last message, so that the log stays in order.
    /// What was sent before <paramref name="forgetBefore"/> is forgotten.
    /// </summary>
    public SendLog With(DateTimeOffset at, DateTimeOffset forgetBefore)
    {
        var first = Count - Since(forgetBefore);
        var moment = at.ToUnixTimeMilliseconds();
        return new SendLog([.. _sent.AsSpan(first), Count == 0 ? moment : Math.Max(moment, _sent[^1])]);
    }

    /// <summary>How many were sent after a moment.</summary>
    public int Since(DateTimeOffset moment)
    {
        var limit = moment.ToUnixTimeMilliseconds();
        var (low, high) = (0, _sent.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _sent[middle] > limit ? (low, middle) : (middle + 1, high);
        }

        return _sent.Length - low;
    }

    /// <summary>A version byte, the first moment, then the steps between, 7 bits a byte: some 3 bytes a message, 6 KB for a day of 1,800.</summary>
    public byte[] ToBytes()
    {
        if (Count == 0)
        {
            return [];
        }

        using var bytes = new MemoryStream(16 + (3 * Count));
        using var writer = new BinaryWriter(bytes);
        writer.Write(Version);
        writer.Write(_sent[0]);
        for (var index = 1; index < Count; index++)
        {
            writer.Write7BitEncodedInt64(_sent[index] - _sent[index - 1]);
        }

        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; bytes of another form read as an empty log, which the next messages fill again.</summary>
    public static SendLog FromBytes(byte[]? bytes)
    {
        if (bytes is not [Version, ..] || bytes.Length < 9)
        {
            return Empty;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, 1, bytes.Length - 1));
        List<long> sent = [reader.ReadInt64()];
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            sent.Add(sent[^1] + reader.Read7BitEncodedInt64());
        }

        return new SendLog([.. sent]);
    }
}
