using System.Runtime.InteropServices;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>A phrase found in a text.</summary>
/// <param name="Phrase">Number of the phrase, in order of adding.</param>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhraseHit(int Phrase, int Start, int Length);

/// <summary>
/// Many phrases, searched in one pass. Reports the maximal ones: a phrase that lies inside a longer one found there is
/// silent, so "消防通道" never counts as "通道". Fill first, then search from any thread.
/// </summary>
internal sealed class PhraseTrie
{
    private readonly Dictionary<long, int> _edges = [];
    private readonly int[] _first = new int[char.MaxValue + 1];
    private readonly List<int> _phraseAt = [-1];

    // One bit for each last six bits of a child's character: most texts leave a name after one character, and this sees it without the table.
    private readonly List<ulong> _children = [0];
    private int _count;

    /// <summary>Adds a phrase; gives its number, the old one when it is there already.</summary>
    public int Add(string phrase)
    {
        ArgumentException.ThrowIfNullOrEmpty(phrase);
        var node = 0;
        for (var i = 0; i < phrase.Length; i++)
        {
            var next = Next(node, phrase[i]);
            if (next == 0)
            {
                next = _phraseAt.Count;
                _phraseAt.Add(-1);
                _children.Add(0);
                _children[node] |= 1UL << (phrase[i] & 63);
                if (node == 0)
                {
                    _first[phrase[i]] = next;
                }
                else
                {
                    _edges[Key(node, phrase[i])] = next;
                }
            }

            node = next;
        }

        return _phraseAt[node] < 0 ? _phraseAt[node] = _count++ : _phraseAt[node];
    }

    /// <summary>Appends the maximal phrases of a text to <paramref name="hits"/>, by start.</summary>
    public void Find(ReadOnlySpan<char> text, List<PhraseHit> hits)
    {
        var covered = 0;
        for (var start = 0; start < text.Length; start++)
        {
            var node = _first[text[start]];
            var best = -1;
            var end = 0;
            for (var at = start + 1; node != 0; at++)
            {
                if (_phraseAt[node] >= 0)
                {
                    (best, end) = (_phraseAt[node], at);
                }

                if (at == text.Length)
                {
                    break;
                }

                node = Next(node, text[at]);
            }

            if (best >= 0 && end > covered)
            {
                hits.Add(new PhraseHit(best, start, end - start));
                covered = end;
            }
        }
    }

    private int Next(int node, char unit) =>
        node == 0 ? _first[unit]
        : (_children[node] & (1UL << (unit & 63))) == 0 ? 0
        : _edges.GetValueOrDefault(Key(node, unit));

    private static long Key(int node, char unit) => ((long)node << 16) | unit;
}
