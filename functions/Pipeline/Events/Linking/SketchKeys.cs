namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// Keys under which records that may speak of one matter meet: a heavy anchor with a kind of trouble, or two heavy anchors. An anchor alone
/// would bring together all that is ever said of an estate, the kind alone all that is said of water. Crowd keys, of what a record is
/// mainly about and a kind, are apart: so many under one are one matter without comparing.
/// </summary>
internal static class SketchKeys
{
    private const int Alone = 10;
    private const int WithKind = 3;
    private const int Principals = 2;
    private const int KindsWith = 2;
    private const int MostMade = Alone + (WithKind * KindsWith) + (Principals * KindsWith);
    private const uint CrowdBit = 1;

    /// <summary>True for a crowd key.</summary>
    public static bool IsCrowd(uint key) => (key & CrowdBit) != 0;

    /// <summary>The keys, at most <see cref="Sketch.MostKeys"/>, those of the heaviest anchors first, each once.</summary>
    public static uint[] Of(ReadOnlySpan<TermPicker.Term> anchors, ReadOnlySpan<(int Kind, float Weight)> kinds)
    {
        Span<uint> keys = stackalloc uint[MostMade];
        var count = 0;
        var principals = 0;
        for (var i = 0; i < anchors.Length; i++)
        {
            var principal = (anchors[i].Flags & Sketch.Principal) != 0 && ++principals <= Principals;
            Add(keys, ref count, Mix(anchors[i].Key, 0), i < Alone, false);
            for (var k = 0; k < Math.Min(kinds.Length, KindsWith); k++)
            {
                var key = Mix(anchors[i].Key, SketchTables.KeyOfKind(kinds[k].Kind));
                Add(keys, ref count, key, i < WithKind, principal);
            }

        }

        return [.. keys[..Math.Min(count, Sketch.MostKeys)]];
    }

    private static void Add(Span<uint> keys, ref int count, uint key, bool plain, bool crowd)
    {
        if (plain)
        {
            AddOnce(keys, ref count, key & ~CrowdBit);
        }

        if (crowd)
        {
            AddOnce(keys, ref count, key | CrowdBit);
        }
    }

    private static void AddOnce(Span<uint> keys, ref int count, uint key)
    {
        if (!keys[..count].Contains(key))
        {
            keys[count++] = key;
        }
    }

    // Never 0 in its upper bits: 0 marks an empty place of the index.
    private static uint Mix(uint anchor, uint kind)
    {
        var hash = (anchor ^ (kind * 0x85EBCA6Bu)) * 0xC2B2AE35u;
        hash ^= hash >> 16;
        hash *= 0x27D4EB2Fu;
        hash ^= hash >> 15;
        return hash < 2 ? hash + 2 : hash;
    }
}
