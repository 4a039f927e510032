using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>Reads the content of a part: gzip over NDJSON of masked records.</summary>
public static class PartCodec
{
    /// <summary>Unpacks and parses a part.</summary>
    /// <exception cref="InvalidDataException">It is no gzip, is larger than a part may be, or a line is no record.</exception>
    public static IReadOnlyList<CitizenRecord> Read(ReadOnlyMemory<byte> gzip)
    {
        var plain = Unpack(gzip);
        var records = new List<CitizenRecord>();
        for (var rest = plain.AsSpan(); !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (!line.IsEmpty)
            {
                records.Add(Parse(line));
            }
        }

        return records;
    }

    /// <summary>Packs lines.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> ndjson)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(ndjson);
        }

        return packed.ToArray();
    }

    private static CitizenRecord Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, RecordsJson.Wire.CitizenRecord)
                ?? throw new InvalidDataException("A part holds a line without a record.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("A part holds a line that is no record.", e);
        }
    }

    private static byte[] Unpack(ReadOnlyMemory<byte> gzip)
    {
        using var source = new GZipStream(new MemoryStream(gzip.ToArray(), writable: false), CompressionMode.Decompress);
        var plain = new ArrayBufferWriter<byte>(gzip.Length * 4);
        int read;
        while ((read = source.Read(plain.GetSpan(64 * 1024))) > 0)
        {
            plain.Advance(read);
            if (plain.WrittenCount > 2 * PartBuilder.MaxBytes)
            {
                throw new InvalidDataException("A part is larger than a part may be.");
            }
        }

        return plain.WrittenSpan.ToArray();
    }
}
