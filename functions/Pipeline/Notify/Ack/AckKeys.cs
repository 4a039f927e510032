using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace SentimentWatch.Pipeline.Notify.Ack;

/// <summary>The keys that sign acknowledge links: <c>SentimentWatch:Ack:SigningKeys:0</c> signs, <c>:1</c> is still taken, so that keys can be changed.</summary>
public sealed class AckKeys
{
    private const int Shortest = 16;
    private static readonly string[] Names = ["0", "1"];

    /// <summary>Reads both keys; none is allowed, then cards carry no link.</summary>
    /// <exception cref="InvalidOperationException">A key is shorter than 16 characters.</exception>
    public AckKeys(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        All = [.. Names
            .Select(name => (name, secret: configuration[$"SentimentWatch:Ack:SigningKeys:{name}"]))
            .Where(pair => !string.IsNullOrEmpty(pair.secret))
            .Select(pair => pair.secret!.Length >= Shortest
                ? new AckKey(Encoding.UTF8.GetBytes(pair.secret))
                : throw new InvalidOperationException(
                    $"The setting SentimentWatch__Ack__SigningKeys__{pair.name} is shorter than {Shortest} characters: set a longer random text."))];
    }

    /// <summary>The valid keys; the first one signs.</summary>
    public IReadOnlyList<AckKey> All { get; }
}

/// <summary>One signing key.</summary>
public sealed class AckKey
{
    private readonly byte[] _secret;

    internal AckKey(byte[] secret)
    {
        _secret = secret;
        Id = Convert.ToHexStringLower(SHA256.HashData(secret))[..8];
    }

    /// <summary>Names the key without giving it away.</summary>
    public string Id { get; }

    /// <summary>Signs bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(_secret, bytes);
}
