using System.Runtime.CompilerServices;
using SentimentWatch.Models.Features;

namespace SentimentWatch.Models.Urgency;

/// <summary>The known features of cue groups and of pairs of them, looked up once for a model.</summary>
internal sealed class CueFeatures
{
    private readonly int _groups;
    private readonly int[] _single;
    private readonly int[] _pair;

    /// <summary>Looks the features up.</summary>
    public CueFeatures(Vocabulary vocabulary, CueLexicon lexicon)
    {
        _groups = lexicon.Groups.Count;
        _single = new int[_groups];
        _pair = new int[_groups * _groups];
        for (var i = 0; i < _groups; i++)
        {
            _single[i] = vocabulary.Find(GramKeys.Cue(i));
            for (var j = i + 1; j < _groups; j++)
            {
                _pair[(i * _groups) + j] = vocabulary.Find(GramKeys.CuePair(i, j));
            }
        }
    }

    /// <summary>Writes the known features of the groups whose bits are set; returns how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Fill(ulong present, Span<int> ids)
    {
        var count = 0;
        for (var first = present; first != 0; first &= first - 1)
        {
            var i = System.Numerics.BitOperations.TrailingZeroCount(first);
            Take(_single[i], ids, ref count);
            for (var second = first & (first - 1); second != 0; second &= second - 1)
            {
                Take(_pair[(i * _groups) + System.Numerics.BitOperations.TrailingZeroCount(second)], ids, ref count);
            }
        }
        return count;
    }

    private static void Take(int id, Span<int> ids, ref int count)
    {
        if (id >= 0)
        {
            ids[count++] = id;
        }
    }
}
