using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SentimentWatch.Models.Urgency;

/// <summary>A cue word found in folded text.</summary>
/// <param name="Group">Index of its group.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">Its length in folded units.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CueHit(int Group, int Start, int Length);

/// <summary>
/// The words that mark a danger, and the words that mark the setting it stands in (now, past, drill, film, thanks …).
/// They steer windows and features; the trained head gives them their weight.
/// </summary>
internal sealed class CueLexicon
{
    private const int StartBits = 1 << 15;
    private readonly FrozenDictionary<string, int> _indices;
    private readonly bool[] _dangers;
    private readonly FrozenDictionary<char, (string Word, int Group)[]> _byFirst;
    // One bit a hash of a word's first two units; words of one unit stand apart.
    private readonly ulong[] _starts = new ulong[StartBits / 64];
    private readonly bool[] _alone = new bool[char.MaxValue + 1];

    private CueLexicon(string[] groups, List<(string Word, int Group)> words)
    {
        Groups = groups;
        _indices = groups.Index().ToFrozenDictionary(g => g.Item, g => g.Index, StringComparer.Ordinal);
        _dangers = [.. groups.Select(g => g[0] != '@')];
        _byFirst = words
            .GroupBy(w => w.Word[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Word.Length).ToArray());
        foreach (var (word, _) in words)
        {
            if (word.Length == 1)
            {
                _alone[word[0]] = true;
                continue;
            }
            var bit = StartOf(word[0], word[1]);
            _starts[bit >> 6] |= 1UL << (bit & 63);
        }
    }

    /// <summary>The lexicon that ships.</summary>
    public static CueLexicon Default { get; } = ReadDefault();

    /// <summary>Group names, in file order; a name with @ is a setting.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>Whether a group names a danger.</summary>
    public bool IsDanger(int group) => _dangers[group];

    /// <summary>Index of a group by its name; −1 when there is none.</summary>
    public int IndexOf(string name) => _indices.TryGetValue(name, out var index) ? index : -1;

    /// <summary>Finds every cue; at one position the longest word of each group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(ReadOnlySpan<char> units, List<CueHit> hits)
    {
        for (var i = 0; i < units.Length; i++)
        {
            if (!MayStart(units, i) || !_byFirst.TryGetValue(units[i], out var words))
            {
                continue;
            }
            var seen = 0UL;
            foreach (var (word, group) in words)
            {
                if ((seen & (1UL << group)) == 0 && units[i..].StartsWith(word, StringComparison.Ordinal))
                {
                    seen |= 1UL << group;
                    hits.Add(new CueHit(group, i, word.Length));
                }
            }
        }
    }

    private bool MayStart(ReadOnlySpan<char> units, int at)
    {
        if (_alone[units[at]])
        {
            return true;
        }
        if (at + 1 == units.Length)
        {
            return false;
        }
        var bit = StartOf(units[at], units[at + 1]);
        return (_starts[bit >> 6] & (1UL << (bit & 63))) != 0;
    }

    private static int StartOf(char first, char second) => (int)((((first * 31u) + second) * 0x9E3779B1u) >> 17);

    private static CueLexicon ReadDefault()
    {
        using var stream = typeof(CueLexicon).Assembly.GetManifestResourceStream("cues.tsv")
            ?? throw new InvalidOperationException("cues.tsv is not embedded");
        using var reader = new StreamReader(stream);
        var groups = new List<string>();
        var words = new List<(string, int)>();
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab <= 0 || line[0] == '#')
            {
                continue;
            }
            foreach (var word in line[(tab + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words.Add((word, groups.Count));
            }
            groups.Add(line[..tab]);
        }
        return new CueLexicon([.. groups], words);
    }
}
