using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace SentimentWatch.Console.Access;

/// <summary>The keys of <c>SentimentWatch:Keys</c> that open the console: <c>reader</c>, <c>officer</c>, <c>admin</c> and <c>Unit:{unit}</c>.</summary>
public sealed class SignInKeys(IConfiguration configuration)
{
    /// <summary>Shortest key that opens anything, in characters; a shorter one could be guessed in spite of the throttle.</summary>
    public const int MinimumLength = 8;

    private const string Section = "SentimentWatch:Keys";

    /// <summary>The viewer that <paramref name="key"/> makes; null when it is none of the keys. Takes as long for a near miss as for any other.</summary>
    public Viewer? Find(string key)
    {
        var given = Hash(key);
        Viewer? found = null;
        foreach (var (role, unit, hash) in All())
        {
            // No early exit: the time must not tell which key was compared last.
            if (CryptographicOperations.FixedTimeEquals(given, hash))
            {
                found ??= new Viewer(role, unit, Mark(hash));
            }
        }

        return found;
    }

    /// <summary>False once the key that opened the session was changed or taken away.</summary>
    public bool StillOpens(Viewer viewer) =>
        All().Any(k => k.Role == viewer.Role && k.Unit == viewer.Unit && Mark(k.Hash) == viewer.KeyMark);

    private IEnumerable<(ConsoleRole Role, string? Unit, byte[] Hash)> All()
    {
        var keys = configuration.GetSection(Section);
        foreach (var role in new[] { ConsoleRole.Admin, ConsoleRole.Officer, ConsoleRole.Reader })
        {
            if (keys[role.ToString()] is { Length: >= MinimumLength } key)
            {
                yield return (role, null, Hash(key));
            }
        }

        foreach (var unit in keys.GetSection("Unit").GetChildren())
        {
            if (unit.Value is { Length: >= MinimumLength } key)
            {
                yield return (ConsoleRole.Unit, unit.Key, Hash(key));
            }
        }
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key.Trim()));

    // Hashed once more, so that the cookie does not hold the hash that a key is compared by.
    private static string Mark(byte[] hash) => Convert.ToHexStringLower(SHA256.HashData(hash))[..16];
}
