using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Finds the records of several policies in one reading of their days.</summary>
internal sealed class PolicyGathering(IPolicyRecords records)
{
    // Each reading goes over whole days; two ranges this near are one.
    private const int JoinedGap = 3;

    /// <summary>One file a policy, in order, each of what is wanted of it among <paramref name="days"/>: these alone are read, each once.</summary>
    public async Task<IReadOnlyList<PolicyFile>> ReadAsync(
        IReadOnlyList<(Policy Policy, DateOnly From, DateOnly To)> wanted,
        IReadOnlyList<(DateOnly From, DateOnly To)> days,
        Action<int>? progress,
        CancellationToken cancellationToken)
    {
        var drawers = wanted.Select(one => new Drawer(one.Policy, one.From, one.To)).ToList();
        var background = new GramCounts();
        var read = 0;
        foreach (var (from, to) in Join(days.Where(range => range.From <= range.To)))
        {
            await foreach (var record in records.ReadAsync(from, to, cancellationToken))
            {
                read++;
                progress?.Invoke(read);
                var text = WordMatch.TextOf(record);
                var taken = false;
                foreach (var drawer in drawers)
                {
                    taken |= drawer.Take(record, text);
                }

                if (!taken)
                {
                    background.Sample(text);
                }
            }
        }

        return [.. drawers.Select(drawer => drawer.Close(background))];
    }

    /// <summary>Ranges in order, those that meet or nearly meet as one.</summary>
    internal static IReadOnlyList<(DateOnly From, DateOnly To)> Join(IEnumerable<(DateOnly From, DateOnly To)> ranges)
    {
        var joined = new List<(DateOnly From, DateOnly To)>();
        foreach (var (from, to) in ranges.OrderBy(range => range.From))
        {
            if (joined.Count > 0 && from.DayNumber - joined[^1].To.DayNumber <= JoinedGap)
            {
                joined[^1] = (joined[^1].From, to > joined[^1].To ? to : joined[^1].To);
            }
            else
            {
                joined.Add((from, to));
            }
        }

        return joined;
    }

    private sealed class Drawer(Policy policy, DateOnly from, DateOnly to)
    {
        private readonly WordMatch _keywords = new(policy.Keywords);
        private readonly WordMatch _matters = new(policy.Matters);
        private readonly List<PolicyRecord> _said = [], _alike = [];
        private readonly Counts _words = new();

        public bool Take(PolicyRecord record, string text)
        {
            if (record.Day < from || record.Day > to)
            {
                return false;
            }

            var word = _keywords.Find(text);
            if (word is not null)
            {
                _said.Add(record);
                _words.Add(word);
            }

            var alike = record.Day < policy.PublishedOn && (word is not null || _matters.Find(text) is not null);
            if (alike)
            {
                _alike.Add(record);
            }

            return word is not null || alike;
        }

        public PolicyFile Close(GramCounts background) => new(policy, Ordered(_said), Ordered(_alike), _words, background);

        // Channels are read one after the other: the same records give the same report, however they lay.
        private static List<PolicyRecord> Ordered(IEnumerable<PolicyRecord> records) =>
            [.. records.OrderBy(record => record.Day).ThenBy(record => record.Channel, StringComparer.Ordinal).ThenBy(record => record.SourceId, StringComparer.Ordinal)];
    }
}
