namespace SentimentWatch.Pipeline.Events;

/// <summary>Counts by day, most of them near each other. Not thread-safe.</summary>
internal sealed class DaySeries
{
    private int[] _counts = [];
    private int _first;

    /// <summary>The count of a day number (<see cref="DateOnly.DayNumber"/>).</summary>
    public int this[int day] => (uint)(day - _first) < (uint)_counts.Length ? _counts[day - _first] : 0;

    /// <summary>Adds to a day.</summary>
    public void Add(int day, int count = 1)
    {
        if (_counts.Length == 0)
        {
            (_first, _counts) = (day, new int[16]);
        }

        if (day < _first)
        {
            var more = Math.Max(_first - day, 16);
            var grown = new int[_counts.Length + more];
            _counts.CopyTo(grown, more);
            (_counts, _first) = (grown, _first - more);
        }
        else if (day - _first >= _counts.Length)
        {
            Array.Resize(ref _counts, Math.Max(day - _first + 1, _counts.Length + (_counts.Length / 2)));
        }

        _counts[day - _first] += count;
    }

    /// <summary>The sum of so many days from a day on.</summary>
    public int Sum(int from, int days)
    {
        var sum = 0;
        for (var day = from; day < from + days; day++)
        {
            sum += this[day];
        }

        return sum;
    }
}
