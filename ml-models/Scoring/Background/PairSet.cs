using System.Runtime.CompilerServices;

namespace SentimentWatch.Models.Background;

/// <summary>A few keys of pairs, asked for very often: a bitmap answers nearly every "no". Fill first, then ask from any thread.</summary>
public sealed class PairSet
{
    private readonly ulong[] _bits = new ulong[1024];
    private readonly HashSet<uint> _keys = [];

    /// <summary>Adds a key.</summary>
    public void Add(uint key)
    {
        _keys.Add(key);
        _bits[(key >> 6) & 1023] |= 1UL << (int)(key & 63);
    }

    /// <summary>True when the key was added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(uint key) => (_bits[(key >> 6) & 1023] & (1UL << (int)(key & 63))) != 0 && _keys.Contains(key);
}
