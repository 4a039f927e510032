using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using SentimentWatch.Models.Memory;

namespace SentimentWatch.Models.Features;

/// <summary>
/// The features that the model knows, numbered from 0. Frequent features have small numbers, so that what a text touches
/// lies close together in memory. A known n-gram's beginning is known too. Immutable.
/// </summary>
internal sealed class Vocabulary
{
    private readonly HugeArray<Slot> _slots;
    private readonly int _mask;
    private readonly int _shift;
    private readonly uint[] _keys;
    private readonly int[] _units = new int[char.MaxValue + 1];

    /// <summary>Numbers the keys in their order.</summary>
    /// <exception cref="InvalidDataException">A key is 0 or stands twice.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Vocabulary(uint[] keys)
    {
        _keys = keys;
        // Between three and six tenths full: short probes, and still a small table.
        var bits = Math.Max(4, BitOperations.Log2((uint)Math.Max(1, keys.Length * 5 / 3)) + 1);
        _slots = new HugeArray<Slot>(1 << bits);
        _mask = (1 << bits) - 1;
        _shift = 32 - bits;
        for (var id = 0; id < keys.Length; id++)
        {
            if (keys[id] == 0 || Find(keys[id]) >= 0)
            {
                throw new InvalidDataException("a feature key is zero or stands twice");
            }
            var at = (int)((keys[id] * 0x9E3779B1u) >> _shift);
            while (_slots.Span[at].Key != 0)
            {
                at = (at + 1) & _mask;
            }
            _slots.Span[at] = new Slot(keys[id], id);
        }
        for (var unit = 0; unit < _units.Length; unit++)
        {
            _units[unit] = Find(GramKeys.Key(GramKeys.Step(GramKeys.Text, (char)unit)));
        }
    }

    /// <summary>Number of features.</summary>
    public int Count => _keys.Length;

    /// <summary>The keys, by number.</summary>
    public ReadOnlySpan<uint> Keys => _keys;

    /// <summary>The number of a feature, or −1 when it is not known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint key)
    {
        var at = (int)((key * 0x9E3779B1u) >> _shift);
        while (true)
        {
            ref var slot = ref Unsafe.Add(ref _slots.First, at);
            // Empty first: the key 0, which no feature has, must not find an empty slot.
            if (slot.Key == 0)
            {
                return -1;
            }
            if (slot.Key == key)
            {
                return slot.Id;
            }
            at = (at + 1) & _mask;
        }
    }

    /// <summary>The number of the n-gram of one unit alone, or −1 when it is not known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindUnit(char unit) => _units[unit];

    /// <summary>Asks for the memory that a later <see cref="Find"/> will look at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(uint key)
    {
        if (Sse.IsSupported)
        {
            // The slots lie in pinned memory.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref _slots.First, (int)((key * 0x9E3779B1u) >> _shift))));
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(uint Key, int Id);
}
