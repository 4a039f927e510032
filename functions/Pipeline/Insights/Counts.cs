using System.Text;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>How often each name occurs; in ordinal order of the names, equal when the counts are.</summary>
public sealed class Counts : IEquatable<Counts>
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public Counts()
    {
    }

    /// <summary>Copies names with a count above 0.</summary>
    public Counts(IEnumerable<KeyValuePair<string, int>> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        foreach (var (name, count) in counts)
        {
            Add(name, count);
        }
    }

    /// <summary>Names that occur, in ordinal order, with their counts.</summary>
    public IReadOnlyDictionary<string, int> All => _counts;

    /// <summary>Sum of all.</summary>
    public int Sum => _counts.Values.Sum();

    /// <summary>The count of a name; 0 when it does not occur.</summary>
    public int this[string name] => _counts.GetValueOrDefault(name);

    /// <summary>Adds to one name.</summary>
    public void Add(string name, int count = 1)
    {
        if (count != 0)
        {
            _counts[name] = this[name] + count;
        }
    }

    /// <summary>Adds all of another.</summary>
    public void Add(Counts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (name, count) in other.All)
        {
            Add(name, count);
        }
    }

    /// <summary>Most frequent first, ties by name.</summary>
    public IEnumerable<KeyValuePair<string, int>> Ranked() =>
        _counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool Equals(Counts? other) => other is not null && _counts.SequenceEqual(other._counts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Counts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_counts.Count, Sum);

    /// <inheritdoc/>
    public override string ToString() =>
        _counts.Aggregate(new StringBuilder(), (text, pair) => text.Append(pair.Key).Append('=').Append(pair.Value).Append(';')).ToString();
}
