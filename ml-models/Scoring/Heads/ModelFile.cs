using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SentimentWatch.Models.Features;

namespace SentimentWatch.Models.Heads;

/// <summary>
/// The model file: the magic <c>SWJM</c>, a format number, the SHA-256 of all that follows, then version, heads, and the
/// features' keys and rows (a bit for each step that is not zero, those steps, and the binary exponents of the two scales;
/// zlib-compressed). Little endian.
/// </summary>
internal static class ModelFile
{
    /// <summary>Name of the file inside a model folder.</summary>
    public const string FileName = "judge.swm";

    private const uint Magic = 0x4D4A5753;
    private const ushort Format = 2;
    private const int PrefixLength = 4 + 2 + SHA256.HashSizeInBytes;
    private const int MostFeatures = 1 << 22;

    /// <summary>Writes a model, whole or not at all: the file appears under its name when it is complete.</summary>
    public static void Write(string path, ModelContent model)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(model.Version);
            writer.Write((byte)model.Heads.Count);
            foreach (var head in model.Heads.Values)
            {
                WriteHead(writer, head);
            }
            writer.Write(model.Vocabulary.Count);
            writer.Write(MemoryMarshal.AsBytes(model.Vocabulary.Keys));
            WriteRows(writer, model.Weights);
        }
        var half = path + ".part";
        using (var prefix = new BinaryWriter(File.Create(half)))
        {
            prefix.Write(Magic);
            prefix.Write(Format);
            prefix.Write(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
            prefix.Write(content.GetBuffer(), 0, (int)content.Length);
        }
        File.Move(half, path, overwrite: true);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelFileException">The file is missing, damaged or of another format; the message says which.</exception>
    public static ModelContent Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new ModelFileException($"The model file {path} does not exist; run the training tool or point the setting at the folder that holds {FileName}.");
        }
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < PrefixLength || BitConverter.ToUInt32(bytes) != Magic)
        {
            throw new ModelFileException($"The file {path} is not a model file of this product; put a file written by its training tool there.");
        }
        if (BitConverter.ToUInt16(bytes, 4) is var format && format != Format)
        {
            throw new ModelFileException($"The model file {path} has format {format} and this program reads format {Format}; train it again with this version.");
        }
        if (!SHA256.HashData(bytes.AsSpan(PrefixLength)).AsSpan().SequenceEqual(bytes.AsSpan(6, SHA256.HashSizeInBytes)))
        {
            throw new ModelFileException($"The model file {path} is damaged (its checksum does not match); copy or train it again.");
        }
        using var reader = new BinaryReader(new MemoryStream(bytes, PrefixLength, bytes.Length - PrefixLength, writable: false));
        try
        {
            return ReadContent(reader);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException)
        {
            throw new ModelFileException($"The model file {path} ends too early or holds wrong lengths; copy or train it again.", e);
        }
    }

    private static ModelContent ReadContent(BinaryReader reader)
    {
        var version = reader.ReadString();
        var heads = new Dictionary<string, HeadSpec>(StringComparer.Ordinal);
        for (var left = reader.ReadByte(); left > 0; left--)
        {
            var head = ReadHead(reader);
            heads[head.Name] = head;
        }
        var count = reader.ReadInt32();
        if (count is < 1 or > MostFeatures)
        {
            throw new InvalidDataException("number of features out of range");
        }
        var keys = new uint[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(keys.AsSpan()));
        var weights = new WeightTable(count);
        ReadRows(reader, weights);
        return new ModelContent(version, new Vocabulary(keys), weights, heads);
    }

    private static void WriteHead(BinaryWriter writer, HeadSpec head)
    {
        writer.Write(head.Name);
        writer.Write((byte)head.Labels.Length);
        foreach (var label in head.Labels)
        {
            writer.Write(label);
        }
        writer.Write((byte)head.Column);
        writer.Write(head.Temperature);
        foreach (var number in head.Scales.Concat(head.Biases))
        {
            writer.Write(number);
        }
    }

    private static HeadSpec ReadHead(BinaryReader reader)
    {
        var name = reader.ReadString();
        var labels = new string[reader.ReadByte()];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = reader.ReadString();
        }
        var column = reader.ReadByte();
        if (column + labels.Length > WeightTable.Columns)
        {
            throw new InvalidDataException("columns out of range");
        }
        return new HeadSpec(name, labels, column, reader.ReadSingle(), Floats(reader, labels.Length), Floats(reader, labels.Length));
    }

    private static void WriteRows(BinaryWriter writer, WeightTable weights)
    {
        var masks = new ulong[weights.Features];
        var exponents = new sbyte[2 * weights.Features];
        var steps = new List<sbyte>();
        for (var f = 0; f < masks.Length; f++)
        {
            for (var c = 0; c < WeightTable.Columns; c++)
            {
                if (weights.Steps(f)[c] is var step && step != 0)
                {
                    masks[f] |= 1UL << c;
                    steps.Add(step);
                }
            }
            exponents[2 * f] = (sbyte)MathF.ILogB(weights.Scales(f)[0]);
            exponents[(2 * f) + 1] = (sbyte)MathF.ILogB(weights.Scales(f)[1]);
        }
        WritePacked(writer, MemoryMarshal.AsBytes(masks.AsSpan()));
        WritePacked(writer, MemoryMarshal.AsBytes(exponents.AsSpan()));
        writer.Write(steps.Count);
        WritePacked(writer, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(steps)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadRows(BinaryReader reader, WeightTable weights)
    {
        var masks = new ulong[weights.Features];
        Unpack(reader, MemoryMarshal.AsBytes(masks.AsSpan()));
        var exponents = new sbyte[2 * weights.Features];
        Unpack(reader, MemoryMarshal.AsBytes(exponents.AsSpan()));
        var steps = new sbyte[reader.ReadInt32()];
        Unpack(reader, MemoryMarshal.AsBytes(steps.AsSpan()));
        var next = 0;
        for (var f = 0; f < masks.Length; f++)
        {
            var row = weights.Steps(f);
            var count = System.Numerics.BitOperations.PopCount(masks[f]);
            if (next + count > steps.Length || masks[f] >> WeightTable.Columns != 0)
            {
                throw new InvalidDataException("the masks do not fit the steps");
            }
            for (var mask = masks[f]; mask != 0; mask &= mask - 1)
            {
                row[System.Numerics.BitOperations.TrailingZeroCount(mask)] = steps[next++];
            }
            weights.Scales(f)[0] = MathF.ScaleB(1, exponents[2 * f]);
            weights.Scales(f)[1] = MathF.ScaleB(1, exponents[(2 * f) + 1]);
        }
    }

    private static void WritePacked(BinaryWriter writer, ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(bytes);
        }
        writer.Write((int)packed.Length);
        writer.Write(packed.GetBuffer(), 0, (int)packed.Length);
    }

    private static void Unpack(BinaryReader reader, Span<byte> bytes)
    {
        using var inflate = new ZLibStream(new MemoryStream(reader.ReadBytes(reader.ReadInt32())), CompressionMode.Decompress);
        inflate.ReadExactly(bytes);
    }

    private static float[] Floats(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = reader.ReadSingle();
        }
        return numbers;
    }
}
