using System.IO.Compression;
using System.Security.Cryptography;
using SentimentWatch.Models.Features;

namespace SentimentWatch.Models.Heads;

/// <summary>
/// The model file: the magic <c>SWJM</c>, a format number, the SHA-256 of all that follows, then version and heads;
/// weights are Brotli-compressed signed bytes. Little endian.
/// </summary>
internal static class ModelFile
{
    /// <summary>Name of the file inside a model folder.</summary>
    public const string FileName = "judge.swm";

    private const uint Magic = 0x4D4A5753;
    private const ushort Format = 1;
    private const int PrefixLength = 4 + 2 + SHA256.HashSizeInBytes;

    /// <summary>Writes a model.</summary>
    public static void Write(string path, string version, IReadOnlyList<LinearHead> heads)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(version);
            writer.Write((byte)heads.Count);
            foreach (var head in heads)
            {
                WriteHead(writer, head);
            }
        }
        using var file = File.Create(path);
        using var prefix = new BinaryWriter(file);
        prefix.Write(Magic);
        prefix.Write(Format);
        prefix.Write(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
        prefix.Write(content.GetBuffer(), 0, (int)content.Length);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelFileException">The file is missing, damaged or of another format; the message says which.</exception>
    public static (string Version, IReadOnlyDictionary<string, LinearHead> Heads) Read(string path)
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
            var version = reader.ReadString();
            var heads = new Dictionary<string, LinearHead>(StringComparer.Ordinal);
            for (var left = reader.ReadByte(); left > 0; left--)
            {
                var head = ReadHead(reader);
                heads[head.Spec.Name] = head;
            }
            return (version, heads);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new ModelFileException($"The model file {path} ends too early or holds wrong lengths; copy or train it again.", e);
        }
    }

    private static void WriteHead(BinaryWriter writer, LinearHead head)
    {
        var spec = head.Spec;
        writer.Write(spec.Name);
        writer.Write((byte)spec.Labels.Length);
        foreach (var label in spec.Labels)
        {
            writer.Write(label);
        }
        writer.Write((byte)spec.BucketBits);
        writer.Write(spec.Temperature);
        foreach (var number in spec.GroupWeights.Concat(spec.Scales).Concat(spec.Biases))
        {
            writer.Write(number);
        }
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(head.Weights));
        }
        writer.Write((int)packed.Length);
        writer.Write(packed.GetBuffer(), 0, (int)packed.Length);
    }

    private static LinearHead ReadHead(BinaryReader reader)
    {
        var name = reader.ReadString();
        var labels = new string[reader.ReadByte()];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = reader.ReadString();
        }
        var bits = reader.ReadByte();
        if (bits is < 8 or > 22)
        {
            throw new InvalidDataException("bucket bits out of range");
        }
        var temperature = reader.ReadSingle();
        var spec = new HeadSpec(name, labels, bits, temperature, Floats(reader, FeatureBag.Groups), Floats(reader, labels.Length), Floats(reader, labels.Length));
        var packed = reader.ReadBytes(reader.ReadInt32());
        var weights = new sbyte[LinearHead.StrideFor(labels.Length) << bits];
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        brotli.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new LinearHead(spec, weights);
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
