using System.Reflection;

namespace SentimentWatch.Models.Background;

/// <summary>
/// How characters are read, without tones. Names are mostly typed by sound, and wrong characters of the right sound, or two characters
/// exchanged, are the commonest mistakes: 中贸城 for 中茂城, 富瑞苑 for 瑞富苑. Immutable, thread-safe.
/// </summary>
public sealed class Syllables
{
    private const string Resource = "syllables.tsv";

    // Syllables are numbered above all characters and words, so that they meet neither.
    private const int First = int.MinValue;

    private readonly int[] _syllables = new int[char.MaxValue + 1];

    /// <summary>Reads the table.</summary>
    public Syllables()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is not in the program; build it again."));
        var number = First;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                number++;
                foreach (var unit in line.AsSpan(line.IndexOf('\t', StringComparison.Ordinal) + 1))
                {
                    _syllables[unit] = number;
                }
            }
        }
    }

    /// <summary>The key of the last two units of a name, by their sounds in any order, and the ending after them; 0 when one of them is a break or no character.</summary>
    public uint Name(int first, int second, int ending)
    {
        var (one, other) = (Of(first), Of(second));
        return one == 0 || other == 0 ? 0 : TermUnits.Name(Math.Min(one, other), Math.Max(one, other), ending);
    }

    private int Of(int code) => code > TermUnits.Break && code < _syllables.Length ? _syllables[code] : 0;
}
