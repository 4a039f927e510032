using System.Collections.Frozen;
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
    private readonly FrozenDictionary<char, (string Word, int Group)[]> _byFirst;
    private readonly bool[] _first = new bool[char.MaxValue + 1];

    private CueLexicon(string[] groups, List<(string Word, int Group)> words)
    {
        Groups = groups;
        _byFirst = words
            .GroupBy(w => w.Word[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Word.Length).ToArray());
        foreach (var first in _byFirst.Keys)
        {
            _first[first] = true;
        }
    }

    /// <summary>The lexicon that ships.</summary>
    public static CueLexicon Default { get; } = ReadDefault();

    /// <summary>Group names, in file order; a name with @ is a setting.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>Whether a group names a danger.</summary>
    public bool IsDanger(int group) => Groups[group][0] != '@';

    /// <summary>Index of a group by its name.</summary>
    public int IndexOf(string name) => Array.IndexOf((string[])Groups, name);

    /// <summary>Finds every cue; at one position the longest word of each group.</summary>
    public void Find(ReadOnlySpan<char> units, List<CueHit> hits)
    {
        for (var i = 0; i < units.Length; i++)
        {
            if (!_first[units[i]])
            {
                continue;
            }
            var seen = 0UL;
            foreach (var (word, group) in _byFirst[units[i]])
            {
                if ((seen & (1UL << group)) == 0 && units[i..].StartsWith(word, StringComparison.Ordinal))
                {
                    seen |= 1UL << group;
                    hits.Add(new CueHit(group, i, word.Length));
                }
            }
        }
    }

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
