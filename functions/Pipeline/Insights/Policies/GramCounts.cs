namespace SentimentWatch.Pipeline.Insights;

/// <summary>In how many of a sample of records each pair of neighbouring characters occurs: what everybody says says little.</summary>
internal sealed class GramCounts
{
    private const int MaxRecords = 20_000;
    private const int MaxLength = 600;
    private readonly Dictionary<int, int> _records = [];

    /// <summary>Records counted.</summary>
    public int Total { get; private set; }

    /// <summary>Counts the beginning of a folded text, while the sample is not full.</summary>
    public void Sample(string text)
    {
        if (Total < MaxRecords)
        {
            Add(GramsOf(text.AsSpan(0, Math.Min(text.Length, MaxLength))));
        }
    }

    /// <summary>Counts a record by its pairs.</summary>
    public void Add(IReadOnlySet<int> grams)
    {
        Total++;
        foreach (var gram in grams)
        {
            _records[gram] = _records.GetValueOrDefault(gram) + 1;
        }
    }

    /// <summary>Records with the pair.</summary>
    public int Of(int gram) => _records.GetValueOrDefault(gram);

    /// <summary>The pairs of neighbouring letters, digits and 汉字 of a folded text.</summary>
    public static HashSet<int> GramsOf(ReadOnlySpan<char> text)
    {
        var grams = new HashSet<int>();
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i]))
            {
                grams.Add((text[i - 1] << 16) | text[i]);
            }
        }

        return grams;
    }
}
