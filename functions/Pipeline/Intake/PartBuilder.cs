using System.Buffers;
using System.Text.Json;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>Collects masked records until a part is full.</summary>
internal sealed class PartBuilder
{
    /// <summary>Most records of a part.</summary>
    public const int MaxRecords = 1_000;

    /// <summary>Most bytes of a part before it is packed; a single record may pass it, alone.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _lines = new();

    /// <summary>Records collected.</summary>
    public int Count { get; private set; }

    /// <summary>True when no record more should be added.</summary>
    public bool IsFull => Count >= MaxRecords || _lines.WrittenCount >= MaxBytes;

    /// <summary>True when <paramref name="line"/> no longer fits.</summary>
    public bool IsFullFor(ReadOnlySpan<byte> line) => Count > 0 && _lines.WrittenCount + line.Length + 1 > MaxBytes;

    /// <summary>The line of a record.</summary>
    public static byte[] LineOf(CitizenRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, RecordsJson.Wire.CitizenRecord);

    /// <summary>Adds a line.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        _lines.Write(line);
        _lines.Write("\n"u8);
        Count++;
    }

    /// <summary>Packs what was collected and starts over.</summary>
    public (byte[] Content, int Records) Take()
    {
        var taken = (PartCodec.Pack(_lines.WrittenSpan), Count);
        _lines.ResetWrittenCount();
        Count = 0;
        return taken;
    }
}
