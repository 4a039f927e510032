using System.Text;
using SentimentWatch.Training.Corpus;

namespace SentimentWatch.Training.Urgency;

/// <summary>The lists and frames of <c>templates.txt</c>, and the seeded choice among them.</summary>
internal sealed class Grammar
{
    private readonly Dictionary<string, List<string>> _lists = new(StringComparer.Ordinal);

    private Grammar()
    {
    }

    /// <summary>Names of the event lists, one a danger kind.</summary>
    public IEnumerable<string> EventKinds => _lists.Keys.Where(k => k.StartsWith("event:", StringComparison.Ordinal)).Select(k => k[6..]);

    /// <summary>Reads the grammar.</summary>
    public static Grammar Read()
    {
        var grammar = new Grammar();
        List<string>? list = null;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "urgency", "templates.txt")).Skip(1))
        {
            if (line.StartsWith('@') && (line.Contains(':', StringComparison.Ordinal) || line.All(c => c is '@' or '_' || char.IsAsciiLetter(c))))
            {
                grammar._lists[line[1..]] = list = [];
            }
            else
            {
                list?.Add(line);
            }
        }
        return grammar;
    }

    /// <summary>One list.</summary>
    public IReadOnlyList<string> List(string name) => _lists[name];

    /// <summary>One entry of a list.</summary>
    public string Pick(string name, Random random) => _lists[name][random.Next(_lists[name].Count)];

    /// <summary>Fills the slots of a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="fixedSlots">Slots whose value is given.</param>
    /// <param name="random">Source of chance.</param>
    public string Fill(string frame, IReadOnlyDictionary<string, string> fixedSlots, Random random)
    {
        var text = new StringBuilder();
        for (var i = 0; i < frame.Length; i++)
        {
            var end = frame[i] == '{' ? frame.IndexOf('}', i) : -1;
            if (end < 0)
            {
                text.Append(frame[i]);
                continue;
            }
            var slot = frame[(i + 1)..end];
            var value = fixedSlots.TryGetValue(slot, out var given) ? given : Pick(slot, random);
            text.Append(value.Contains('{', StringComparison.Ordinal) ? Fill(value, fixedSlots, random) : value);
            i = end;
        }
        return text.ToString();
    }
}
