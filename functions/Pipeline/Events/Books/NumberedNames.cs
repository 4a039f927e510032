namespace SentimentWatch.Pipeline.Events;

/// <summary>Numbers for a few names that come again and again. Not thread-safe.</summary>
internal sealed class NumberedNames
{
    private readonly Dictionary<string, ushort> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    /// <summary>How many names there are.</summary>
    public int Count => _names.Count;

    /// <summary>The number of a name, a new one when it is not known.</summary>
    public ushort NumberOf(string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            _numbers[name] = number = checked((ushort)_names.Count);
            _names.Add(name);
        }

        return number;
    }

    /// <summary>The name of a number.</summary>
    public string NameOf(ushort number) => _names[number];
}
