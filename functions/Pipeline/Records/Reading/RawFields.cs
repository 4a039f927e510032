using System.Text;

namespace SentimentWatch.Pipeline.Records.Reading;

/// <summary>The values of one line by their meaning, before they are turned into a record.</summary>
internal sealed class RawFields
{
    private const int MaxDescription = 2_000;
    private readonly string?[] _values = new string?[(int)Field.Caller];
    private readonly int[] _ranks = new int[(int)Field.Caller];
    private readonly List<(int Rank, string Value)> _caller = [];

    /// <summary>The value that won; null when there is none.</summary>
    public string? this[Field field] => _values[(int)field];

    /// <summary>True when the id came under a heading of an export, not of the wire form.</summary>
    public bool IsExport => this[Field.SourceId] is not null && _ranks[(int)Field.SourceId] > 1;

    /// <summary>Caller fields, strongest first.</summary>
    public IReadOnlyList<string> Caller => [.. _caller.OrderBy(part => part.Rank).Select(part => part.Value)];

    /// <summary>Takes in a value; blank ones and those that say "none" count as absent.</summary>
    public void Add(Meaning meaning, string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.AsSpan().Trim() is "-" or "--" or "—" or "无" or "null" or "NULL")
        {
            return;
        }

        if (meaning.Field == Field.Caller)
        {
            _caller.Add((meaning.Rank, value));
            return;
        }

        var at = (int)meaning.Field;
        if (_values[at] is null || meaning.Rank < _ranks[at])
        {
            _values[at] = value;
            _ranks[at] = meaning.Rank;
        }
    }

    /// <summary>The values as one line for the report on a rejected record; says nothing of the caller.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        for (var at = 0; at < _values.Length && text.Length < MaxDescription; at++)
        {
            if (_values[at] is { } value)
            {
                text.Append((Field)at).Append('=').Append(value.AsSpan(0, Math.Min(value.Length, MaxDescription))).Append("; ");
            }
        }

        return Cut(text.ToString());
    }

    /// <summary>At most 2,000 characters; no number is cut in two, since half a phone number passes every mask.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= MaxDescription)
        {
            return text;
        }

        var end = MaxDescription;
        while (end > MaxDescription - 200 && (char.IsLetterOrDigit(text[end - 1]) || text[end - 1] is ' ' or '-' or '@' or '.'))
        {
            end--;
        }

        return text[..end];
    }
}
