using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>The words of the records that came last, packed as their rows are; those of older ones are read from their own rows. Not thread-safe.</summary>
internal sealed class RecentWords
{
    /// <summary>Of so many records words are kept, some 150 bytes each.</summary>
    public const int MostRecords = 100_000;

    private readonly Queue<(int[] Numbers, byte[] Words)> _rows = [];
    private int _count;

    /// <summary>Keeps a row's words.</summary>
    /// <param name="numbers">The row's records by their numbers in the book.</param>
    /// <param name="words">What <see cref="RecordWords.Write"/> made of them.</param>
    public void Add(int[] numbers, byte[] words)
    {
        if (words.Length == 0)
        {
            return;
        }

        _rows.Enqueue((numbers, words));
        for (_count += numbers.Length; _count > MostRecords && _rows.Count > 1;)
        {
            _count -= _rows.Dequeue().Numbers.Length;
        }
    }

    /// <summary>The words of records, by number; a record that came twice has those of its later row.</summary>
    public IReadOnlyDictionary<int, RecordWords> Of(IReadOnlySet<int> numbers)
    {
        var found = new Dictionary<int, RecordWords>();
        foreach (var (row, words) in _rows)
        {
            IReadOnlyList<RecordWords>? read = null;
            for (var i = 0; i < row.Length; i++)
            {
                if (numbers.Contains(row[i]) && (read ??= RecordWords.Read(words)) is { } all && i < all.Count)
                {
                    found[row[i]] = all[i];
                }
            }
        }

        return found;
    }
}
