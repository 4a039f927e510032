using System.IO.Compression;
using System.Text;

namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// The records of one batch as one compact row (brotli), so that a book can be made anew after a restart or in another instance without
/// reading records again. The form has a version; rows of the first version, which knew neither street nor stance, are read; of any other they are refused.
/// </summary>
public static class EventRows
{
    private const byte Version = 2;
    private const int MostRecords = 100_000;

    /// <summary>Writes the records of a batch.</summary>
    public static byte[] Write(IReadOnlyList<EventRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        using var bytes = new MemoryStream();
        bytes.WriteByte(Version);
        using (var writer = new BinaryWriter(new BrotliStream(bytes, CompressionLevel.Optimal, leaveOpen: true), Encoding.UTF8))
        {
            writer.Write7BitEncodedInt(records.Count);
            foreach (var record in records)
            {
                Write(writer, record);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write(IReadOnlyList{EventRecord})"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The row is damaged or of another version.</exception>
    public static IReadOnlyList<EventRecord> Read(byte[] row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Length == 0 || row[0] is 0 or > Version)
        {
            throw new InvalidDataException($"The row of events is not of version {Version}; process its batch again.");
        }

        try
        {
            using var reader = new BinaryReader(new BrotliStream(new MemoryStream(row, 1, row.Length - 1), CompressionMode.Decompress), Encoding.UTF8);
            var count = reader.Read7BitEncodedInt();
            var records = new List<EventRecord>(count is >= 0 and <= MostRecords ? count : throw new InvalidDataException("The row of events holds an impossible number of records."));
            for (var i = 0; i < count; i++)
            {
                records.Add(Read(reader, row[0]));
            }

            return records;
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException("The row of events is damaged; process its batch again.", e);
        }
    }

    private static void Write(BinaryWriter writer, EventRecord record)
    {
        writer.Write(record.Key);
        writer.Write(record.ReceivedAt.UtcTicks);
        writer.Write(record.Voice);
        writer.Write(record.Channel);
        writer.Write(record.Lead);
        writer.Write(record.Negative);
        writer.Write((byte)record.Urgency);
        writer.Write((byte)record.Stance);
        writer.Write(record.Street);
        writer.Write7BitEncodedInt64(record.Reach);
        writer.Write((byte)record.Sketch.Terms.Length);
        writer.Write((byte)record.Sketch.Anchors);
        writer.Write((byte)record.Sketch.Keys.Length);
        foreach (var term in record.Sketch.Terms)
        {
            writer.Write(term);
        }

        writer.Write(record.Sketch.Weights);
        foreach (var key in record.Sketch.Keys)
        {
            writer.Write(key);
        }
    }

    private static EventRecord Read(BinaryReader reader, int version)
    {
        var (key, at, voice) = (reader.ReadString(), new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero), reader.ReadUInt64());
        var (channel, lead, negative) = (reader.ReadString(), reader.ReadString(), reader.ReadSingle());
        var urgency = reader.ReadByte();
        var (stance, street) = version > 1 ? ((Stance)reader.ReadByte(), reader.ReadString()) : (Stance.None, "");
        var reach = reader.Read7BitEncodedInt64();
        var (terms, anchors, keys) = (reader.ReadByte(), reader.ReadByte(), reader.ReadByte());
        if (terms > Sketch.MostTerms || anchors > terms || keys > Sketch.MostKeys)
        {
            throw new InvalidDataException("The row of events holds an impossible sketch.");
        }

        var sketch = new Sketch(Numbers(reader, terms), reader.ReadBytes(terms), anchors, Numbers(reader, keys));
        return new EventRecord(key, at, voice, channel, lead, negative, urgency, reach, sketch) { Street = street, Stance = stance };
    }

    private static uint[] Numbers(BinaryReader reader, int count)
    {
        var numbers = new uint[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = reader.ReadUInt32();
        }

        return numbers;
    }
}
