namespace SentimentWatch.Pipeline.Insights;

/// <summary>Rows of everyone, summed over several days.</summary>
internal sealed class DailySum
{
    public int Total { get; private set; }

    public Counts Channels { get; } = new();

    public Counts Sentiments { get; } = new();

    public Counts Levels { get; } = new();

    public Counts Topics { get; } = new();

    public Counts Units { get; } = new();

    public AlertCounts Alerts { get; private set; } = new(0, 0, 0, 0);

    public Dictionary<(string Topic, string Street), (int Count, int Negative)> Matters { get; } = [];

    public static DailySum Of(IEnumerable<DailyRow> rows)
    {
        var sum = new DailySum();
        foreach (var row in rows)
        {
            sum.Add(row);
        }

        return sum;
    }

    private void Add(DailyRow row)
    {
        Total += row.Total;
        Channels.Add(row.Channels);
        Sentiments.Add(row.Sentiments);
        Levels.Add(row.Levels);
        Topics.Add(row.Topics);
        Units.Add(row.Units);
        Alerts = new AlertCounts(
            Alerts.Opened + row.Alerts.Opened,
            Alerts.Acknowledged + row.Alerts.Acknowledged,
            Alerts.InTime + row.Alerts.InTime,
            Alerts.Overdue + row.Alerts.Overdue);
        foreach (var matter in row.Matters)
        {
            var (count, negative) = Matters.GetValueOrDefault((matter.Topic, matter.Street));
            Matters[(matter.Topic, matter.Street)] = (count + matter.Count, negative + matter.Negative);
        }
    }
}
