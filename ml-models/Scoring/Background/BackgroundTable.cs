using System.IO.Compression;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SentimentWatch.Models.Background;

/// <summary>
/// How common pairs of neighbouring units are in everyday mail and microblogs, counted once at training: in how many texts a pair stands.
/// It never changes while the product runs, so that what is drawn from it depends on the text alone. Holds hashes, no readable text. Immutable.
/// </summary>
public sealed class BackgroundTable
{
    /// <summary>Name of the file inside a model folder.</summary>
    public const string FileName = "background.swb";

    /// <summary>Levels are quarters of a binary logarithm: a pair in 2^(level/4) texts.</summary>
    public const int LevelsPerDoubling = 4;

    private const uint Magic = 0x42475753;
    private const ushort Format = 1;

    private readonly uint[] _keys;
    private readonly byte[] _levels;
    private readonly int _shift;

    private BackgroundTable(int texts, IReadOnlyList<uint> keys, IReadOnlyList<byte> levels)
    {
        (Texts, Count) = (texts, keys.Count);
        var bits = Math.Max(4, BitOperations.Log2((uint)Math.Max(1, keys.Count * 3 / 2)) + 1);
        (_keys, _levels, _shift) = (new uint[1 << bits], new byte[1 << bits], 32 - bits);
        for (var i = 0; i < keys.Count; i++)
        {
            var at = Slot(keys[i]);
            (_keys[at], _levels[at]) = (keys[i], levels[i]);
        }
    }

    /// <summary>Number of texts counted.</summary>
    public int Texts { get; }

    /// <summary>Number of pairs kept: those that stand in two texts or more.</summary>
    public int Count { get; }

    /// <summary>How common a pair is: 0 when it stands in less than two texts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Level(uint key) => _levels[Slot(key)];

    /// <summary>A table of counts.</summary>
    public static BackgroundTable Of(int texts, IEnumerable<KeyValuePair<uint, int>> counts)
    {
        var kept = counts.Where(c => c.Value > 1).OrderBy(c => c.Key).ToList();
        return new BackgroundTable(texts, [.. kept.Select(c => c.Key)], [.. kept.Select(c => LevelOf(c.Value))]);
    }

    /// <summary>Writes the table, whole or not at all: magic, format, then (zlib) the number of texts, keys as differences, levels.</summary>
    public void Write(string path)
    {
        var half = path + ".part";
        using (var writer = new BinaryWriter(File.Create(half)))
        {
            writer.Write(Magic);
            writer.Write(Format);
            using var content = new BinaryWriter(new ZLibStream(writer.BaseStream, CompressionLevel.SmallestSize, leaveOpen: true));
            var order = Enumerable.Range(0, _keys.Length).Where(i => _keys[i] != 0).OrderBy(i => _keys[i]).ToArray();
            content.Write(Texts);
            content.Write(order.Length);
            var last = 0u;
            foreach (var at in order)
            {
                content.Write7BitEncodedInt64(_keys[at] - last);
                last = _keys[at];
            }

            foreach (var at in order)
            {
                content.Write(_levels[at]);
            }
        }

        File.Move(half, path, overwrite: true);
    }

    /// <summary>Loads the table of a model folder.</summary>
    /// <exception cref="ModelFileException">The file is missing, damaged or of another format; the message says which.</exception>
    public static BackgroundTable Load(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new ModelFileException($"The background table {path} does not exist; run the training tool's verb background or point the setting at the folder that holds {FileName}.");
        }

        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            if (reader.ReadUInt32() != Magic || reader.ReadUInt16() != Format)
            {
                throw new ModelFileException($"The file {path} is no background table of format {Format}; make it anew with the training tool.");
            }

            using var content = new BinaryReader(new ZLibStream(reader.BaseStream, CompressionMode.Decompress));
            return Read(content);
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException or OverflowException)
        {
            throw new ModelFileException($"The background table {path} is damaged; take it from the repository again.", e);
        }
    }

    private static BackgroundTable Read(BinaryReader content)
    {
        var (texts, count) = (content.ReadInt32(), content.ReadInt32());
        if (count is < 0 or > 1 << 24)
        {
            throw new InvalidDataException("an impossible number of pairs");
        }

        var keys = new uint[count];
        var last = 0u;
        for (var i = 0; i < count; i++)
        {
            last = checked(last + (uint)content.Read7BitEncodedInt64());
            keys[i] = last;
        }

        return new BackgroundTable(texts, keys, content.ReadBytes(count) is { } levels && levels.Length == count
            ? levels
            : throw new EndOfStreamException());
    }

    private static byte LevelOf(int texts) => (byte)Math.Round(Math.Log2(texts) * LevelsPerDoubling);

    // The slot of a key, or the empty one where it would stand.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Slot(uint key)
    {
        var at = (int)((key * 0x9E3779B1u) >> _shift);
        while (_keys[at] != key && _keys[at] != 0)
        {
            at = (at + 1) & (_keys.Length - 1);
        }

        return at;
    }
}
