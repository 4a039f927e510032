using System.Runtime.InteropServices;

namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// Which records bear a key. A key's records are a chain of its own, newest first, so that no look-up depends on how many other records there
/// are. Most keys have one record, which stands beside the key itself. Not thread-safe.
/// </summary>
internal sealed class LinkIndex
{
    private const int SegmentBits = 6;
    private const int Segments = 1 << SegmentBits;
    private const int FirstSize = 64;
    private const double Growth = 4.0 / 3;
    private const double Fullest = 0.75;

    // Open addressing in segments that grow by themselves, each at another time: no growth is ever large. A place holds a key and its head, 0 is empty.
    private readonly ulong[][] _segments = new ulong[Segments][];
    private readonly int[] _counts = new int[Segments];
    private readonly BlockList<Node> _nodes = new();
    private ulong _touched;

    public LinkIndex()
    {
        for (var i = 0; i < Segments; i++)
        {
            _segments[i] = new ulong[(int)(FirstSize * Math.Pow(Growth, (double)i / Segments))];
        }
    }

    /// <summary>Adds a record under its keys, and gives the head of each key's chain, in which the record itself comes first.</summary>
    public void Add(int record, ReadOnlySpan<uint> keys, Span<int> heads)
    {
        // Reads that wait for memory wait together.
        foreach (var key in keys)
        {
            var hash = key * 0x9E3779B1u;
            var segment = _segments[hash >> (32 - SegmentBits)];
            _touched ^= segment[HomeOf(hash, segment.Length)];
        }

        for (var i = 0; i < keys.Length; i++)
        {
            heads[i] = Hang(record, keys[i]);
        }
    }

    /// <summary>Goes one record on in a chain; false at its end.</summary>
    /// <param name="at">A head, and then what the last call left there.</param>
    /// <param name="record">The record.</param>
    public bool Next(ref int at, out int record)
    {
        if (at >= 0)
        {
            (record, at) = (at, End);
            return true;
        }

        if (at == End)
        {
            record = -1;
            return false;
        }

        (record, at) = _nodes[~at];
        return true;
    }

    // A head or next: a record that is the last, or the complement of a node's number.
    private const int End = int.MinValue;

    private static int HomeOf(uint hash, int size) => (int)(((ulong)(hash << SegmentBits) * (ulong)size) >> 32);

    private int Hang(int record, uint key)
    {
        var hash = key * 0x9E3779B1u;
        var number = (int)(hash >> (32 - SegmentBits));
        var segment = _segments[number];
        var at = PlaceOf(segment, hash, key);
        if (segment[at] != 0)
        {
            _nodes.Add(new Node(record, (int)segment[at]));
            var head = ~(_nodes.Count - 1);
            segment[at] = ((ulong)key << 32) | (uint)head;
            return head;
        }

        segment[at] = ((ulong)key << 32) | (uint)record;
        if (++_counts[number] > segment.Length * Fullest)
        {
            _segments[number] = Grown(segment);
        }

        return record;
    }

    private static int PlaceOf(ulong[] segment, uint hash, uint key)
    {
        var at = HomeOf(hash, segment.Length);
        while (segment[at] != 0 && (uint)(segment[at] >> 32) != key)
        {
            at = at + 1 == segment.Length ? 0 : at + 1;
        }

        return at;
    }

    private static ulong[] Grown(ulong[] segment)
    {
        var grown = new ulong[(int)(segment.Length * Growth) + 1];
        foreach (var place in segment)
        {
            if (place != 0)
            {
                var key = (uint)(place >> 32);
                grown[PlaceOf(grown, key * 0x9E3779B1u, key)] = place;
            }
        }

        return grown;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Node(int Record, int Next);
}
