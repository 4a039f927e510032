using System.Numerics;

namespace SentimentWatch.Models.Features;

/// <summary>The groups of features; a head gives each group a weight of its own.</summary>
internal enum FeatureGroup
{
    /// <summary>Character 1- to 4-grams of title and body together.</summary>
    Text,

    /// <summary>The same of the title alone, hashed apart.</summary>
    Title,

    /// <summary>Pairs of characters with a gap, emoticon tokens and the register of the channel.</summary>
    Extra,

    /// <summary>Cue groups found and pairs of them.</summary>
    Cue,
}

/// <summary>
/// Hashed features of one text with sublinear counts, group after group. Reused from text to text: it allocates only to grow.
/// </summary>
internal sealed class FeatureBag
{
    /// <summary>Number of feature groups.</summary>
    public const int Groups = 4;

    private static readonly float[] Sublinear = [.. Enumerable.Range(0, 256).Select(n => n == 0 ? 0f : 1f + MathF.Log(n))];

    private readonly int[] _ends = new int[Groups];
    private readonly float[] _squares = new float[Groups];
    private uint[] _keys = new uint[4096];
    private float[] _values = new float[4096];
    private int[] _slots = new int[1024];
    private int _mask;
    private int _count;
    private int _groupStart;

    /// <summary>Keys of one group.</summary>
    public ReadOnlySpan<uint> Keys(FeatureGroup group) => _keys.AsSpan(Start(group), _ends[(int)group] - Start(group));

    /// <summary>Values of one group, beside <see cref="Keys"/>; not yet normalised.</summary>
    public ReadOnlySpan<float> Values(FeatureGroup group) => _values.AsSpan(Start(group), _ends[(int)group] - Start(group));

    /// <summary>1 over the length of the whole vector when every group has the given weight; 0 for an empty vector.</summary>
    public float InverseNorm(ReadOnlySpan<float> groupWeights)
    {
        var sum = 0f;
        for (var g = 0; g < Groups; g++)
        {
            sum += groupWeights[g] * groupWeights[g] * _squares[g];
        }
        return sum > 0 ? 1f / MathF.Sqrt(sum) : 0f;
    }

    /// <summary>Empties the bag.</summary>
    public void Clear()
    {
        _count = 0;
        Array.Clear(_ends);
        Array.Clear(_squares);
    }

    /// <summary>Opens a group that will take at most <paramref name="atMost"/> additions.</summary>
    public void Open(int atMost)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, atMost * 2));
        if (size > _slots.Length)
        {
            _slots = new int[size];
        }
        else
        {
            Array.Clear(_slots, 0, size);
        }
        _mask = size - 1;
        _groupStart = _count;
        if (_count + atMost > _keys.Length)
        {
            var room = Math.Max(_keys.Length * 2, _count + atMost);
            Array.Resize(ref _keys, room);
            Array.Resize(ref _values, room);
        }
    }

    /// <summary>Counts one occurrence of a feature.</summary>
    public void Add(uint key)
    {
        var slot = (int)(key * 0x9E3779B1u >> 7) & _mask;
        while (true)
        {
            var index = _slots[slot] - 1;
            if (index < 0)
            {
                _slots[slot] = _count + 1;
                _keys[_count] = key;
                _values[_count++] = 1f;
                return;
            }
            if (_keys[index] == key)
            {
                _values[index] += 1f;
                return;
            }
            slot = (slot + 1) & _mask;
        }
    }

    /// <summary>Closes the group opened last; groups must be closed in their order.</summary>
    public void Close(FeatureGroup group)
    {
        var sum = 0f;
        for (var i = _groupStart; i < _count; i++)
        {
            var value = Sublinear[Math.Min((int)_values[i], Sublinear.Length - 1)];
            _values[i] = value;
            sum += value * value;
        }
        _squares[(int)group] = sum;
        for (var g = (int)group; g < Groups; g++)
        {
            _ends[g] = _count;
        }
    }

    private int Start(FeatureGroup group) => group == FeatureGroup.Text ? 0 : _ends[(int)group - 1];
}
