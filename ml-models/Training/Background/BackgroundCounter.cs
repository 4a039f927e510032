using SentimentWatch.Models.Background;
using SentimentWatch.Training.Corpus;

namespace SentimentWatch.Training.Background;

/// <summary>
/// Counts in how many texts each unit, each pair of neighbours, and each pair before the ending of a name stands. The stream is left out: its matters are what grouping is measured on, and
/// a name that a matter made common must still count as a name.
/// </summary>
internal sealed class BackgroundCounter
{
    private const int MostCharacters = 4_000;
    private readonly Dictionary<uint, int> _counts = [];
    private readonly HashSet<uint> _seen = [];
    private readonly TermUnits _units = new();
    private readonly NameEndings _endings = new();
    private readonly Syllables _syllables = new();
    private int _texts;

    /// <summary>The table of the data folder's messages, titles, answered messages and microblogs, and of the project's own texts.</summary>
    public static BackgroundTable Of(string data)
    {
        var counter = new BackgroundCounter();
        foreach (var split in (string[])["train", "valid", "test"])
        {
            TopicCorpus.Split(data, split).ForEach(s => counter.Add(s.Input.Title, s.Input.Body));
            SentimentCorpus.Split(data, split).ForEach(s => counter.Add(null, s.Input.Body));
        }

        TopicCorpus.ExtraTitles(data).ForEach(s => counter.Add(s.Input.Title, ""));
        CsvTable.Read(Path.Combine(data, "replies", "replied_dev.csv")).ForEach(r => counter.Add(r["title"], r["detail"]));
        TopicCorpus.OwnCivic().ForEach(s => counter.Add(s.Input.Title, s.Input.Body));
        return BackgroundTable.Of(counter._texts, counter._counts);
    }

    private void Add(string? title, string body)
    {
        _units.Clear();
        _units.Add(title, MostCharacters);
        _units.Add(body, MostCharacters);
        _seen.Clear();
        var codes = _units.Codes;
        for (var i = 1; i < codes.Length; i++)
        {
            Count(TermUnits.Unit(codes[i]));
            Count(TermUnits.Pair(codes[i - 1], codes[i]));
            var (next, afterNext) = (i + 1 < codes.Length ? codes[i + 1] : TermUnits.Break, i + 2 < codes.Length ? codes[i + 2] : TermUnits.Break);
            if (i > 1 && _endings.StartsAt(codes[i], next, TermUnits.Pair(codes[i], next), TermUnits.Pair(next, afterNext)))
            {
                Count(_syllables.Name(codes[i - 2], codes[i - 1], codes[i]));
            }
        }

        _texts++;
    }

    private void Count(uint key)
    {
        if (key != 0 && _seen.Add(key))
        {
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }
}
