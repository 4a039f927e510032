using System.Buffers;
using SentimentWatch.Models.Background;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// Shows hashed terms as words of a record that holds them: the reason why records were taken for one matter, and the gist of it. Nothing
/// is ever made up: what is shown stands in the (masked) text.
/// </summary>
public static class SharedWords
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("。！？!?;；");

    private const int MostLetters = 12;
    private const int MostTitle = 40;
    private const int MostCharacters = 2_500;

    /// <summary>The words in a record that the terms stand for, in the order of the text; neighbours are joined.</summary>
    public static IReadOnlyList<string> Of(RecordFields record, IReadOnlyCollection<uint> terms)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Of([record.Title, record.Place, record.Body], terms);
    }

    /// <summary>The words in texts that the terms stand for, in the order of the texts; neighbours are joined.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string?> texts, IReadOnlyCollection<uint> terms)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(terms);
        var words = new List<string>();
        var units = new TermUnits();
        foreach (var text in texts)
        {
            units.Clear();
            units.Add(text, MostCharacters);
            Read(text ?? "", units, terms, words);
        }

        return words;
    }

    /// <summary>The title of a matter: the headline of its most central record, or else the beginning of its text up to a stop.</summary>
    public static string TitleOf(RecordFields record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!string.IsNullOrWhiteSpace(record.Title))
        {
            return PlainText.Line(record.Title, MostTitle);
        }

        var line = PlainText.Line(record.Body, MostCharacters);
        var stop = line.AsSpan().IndexOfAny(Stops);
        return PlainText.Line(stop > 0 ? line[..stop] : line, MostTitle);
    }

    private static void Read(string text, TermUnits units, IReadOnlyCollection<uint> terms, List<string> words)
    {
        var codes = units.Codes;
        for (var i = 1; i < codes.Length; i++)
        {
            if (!terms.Contains(TermUnits.Pair(codes[i - 1], codes[i])))
            {
                continue;
            }

            var first = i - 1;
            while (i + 1 < codes.Length && terms.Contains(TermUnits.Pair(codes[i], codes[i + 1])))
            {
                i++;
            }

            var end = i + 1 < codes.Length ? units.Starts[i + 1] : text.Length;
            var word = text[units.Starts[first]..Math.Min(end, units.Starts[first] + MostLetters)].Trim();
            if (word.Length > 0 && !words.Contains(word, StringComparer.Ordinal))
            {
                words.Add(word);
            }
        }
    }
}
