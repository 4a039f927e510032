using System.Numerics;
using System.Runtime.CompilerServices;
using SentimentWatch.Models.Text;

namespace SentimentWatch.Models.Features;

/// <summary>
/// 32-bit keys of features. A key names a group (by its salt) and a string of units; two features in four billion share one.
/// </summary>
internal static class GramKeys
{
    /// <summary>Longest character n-gram.</summary>
    public const int Longest = 3;

    /// <summary>Salt of n-grams anywhere in title and body.</summary>
    public const uint Text = 0;

    /// <summary>Salt of n-grams of the title.</summary>
    public const uint Title = 0x5BD1E995u;

    /// <summary>Salt of n-grams in the first units of a record.</summary>
    public const uint Start = 0x27D4EB2Fu;

    /// <summary>Salt of n-grams in the last units of a record.</summary>
    public const uint End = 0x165667B1u;

    private const uint Cues = 0x85EBCA6Bu;
    private const uint CuePairs = 0xC2B2AE35u;
    private const uint Tails = 0x2545F491u;
    private const uint Channels = 0x9E3779B9u;

    /// <summary>Takes one more unit into the running hash of an n-gram.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Step(uint hash, char unit) => (BitOperations.RotateLeft(hash, 5) ^ (unit + 1u)) * 0x9E3779B1u;

    /// <summary>The key of a running hash; never 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Key(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        return hash | (hash == 0 ? 1u : 0u);
    }

    /// <summary>
    /// Writes the keys of the n-grams that start at every unit, <see cref="Longest"/> a unit; 0, which no feature has, where an n-gram
    /// would run over the end or a break.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void List(ReadOnlySpan<char> units, uint salt, Span<uint> keys)
    {
        for (var i = 0; i < units.Length; i++)
        {
            var hash = salt;
            var whole = true;
            for (var n = 0; n < Longest; n++)
            {
                whole = whole && i + n < units.Length && units[i + n] != FoldedText.Break;
                hash = whole ? Step(hash, units[i + n]) : 0;
                keys[(i * Longest) + n] = whole ? Key(hash) : 0;
            }
        }
    }

    /// <summary>The key of the very last units of a record, the whole of them together.</summary>
    public static uint Tail(ReadOnlySpan<char> units)
    {
        var hash = Tails;
        foreach (var unit in units)
        {
            hash = Step(hash, unit);
        }
        return Key(hash);
    }

    /// <summary>The key of a cue group.</summary>
    public static uint Cue(int group) => Key(Step(Cues, (char)group));

    /// <summary>The key of two cue groups that stand in one window; the first is the smaller.</summary>
    public static uint CuePair(int first, int second) => Key(Step(Step(CuePairs, (char)first), (char)second));

    /// <summary>The key of the register of a channel: microblog or mail.</summary>
    public static uint Register(string channel) => Key(Step(Channels, channel is "weibo" or "wechat" ? 'm' : 'c'));
}
