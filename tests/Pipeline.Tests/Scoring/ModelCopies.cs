using System.Security.Cryptography;
using System.Text;
using SentimentWatch.Models;

namespace SentimentWatch.Tests;

/// <summary>Model folders made of the shipped model: the same weights under another version, as a new training would bring them.</summary>
internal static class ModelCopies
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "trained");

    /// <summary>Version of the shipped model.</summary>
    public static string ShippedVersion { get; } = JudgeModel.Load(Shipped).Version;

    /// <summary>Another version of the same length.</summary>
    public static string OtherVersion { get; } = ShippedVersion[..^1] + (ShippedVersion[^1] == '9' ? '8' : '9');

    /// <summary>Copies the shipped model file into a folder; with <paramref name="version"/>, under that version.</summary>
    public static string Put(string folder, string? version = null)
    {
        var source = Directory.GetFiles(Shipped, "*.swm").Single();
        var bytes = File.ReadAllBytes(source);
        if (version is not null)
        {
            Rename(bytes, version);
        }

        var target = Path.Combine(folder, Path.GetFileName(source));
        File.WriteAllBytes(target + ".new", bytes);
        File.Move(target + ".new", target, overwrite: true);
        return target;
    }

    /// <summary>Writes the version over the old one, and the checksum that stands before what it covers.</summary>
    private static void Rename(byte[] bytes, string version)
    {
        var sum = Enumerable.Range(0, 64).First(at => SHA256.HashData(bytes.AsSpan(at + SHA256.HashSizeInBytes)).AsSpan()
            .SequenceEqual(bytes.AsSpan(at, SHA256.HashSizeInBytes)));
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(ShippedVersion));
        Encoding.UTF8.GetBytes(version, bytes.AsSpan(at));
        SHA256.HashData(bytes.AsSpan(sum + SHA256.HashSizeInBytes)).CopyTo(bytes.AsSpan(sum));
    }
}
