using System.Globalization;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Tests.Routing;

namespace SentimentWatch.Pipeline.Tests.Alerts.Clocks;

/// <summary>The shipped clocks and calendar.</summary>
internal static class Counting
{
    public static readonly DeadlineCalculator Calculator = new(Licheng.District.Clocks, Licheng.District.Calendar);

    /// <summary>A Shanghai time, or one with its own offset.</summary>
    public static DateTimeOffset At(string time) => ShanghaiTime.TryParse(time, out var at) ? at : throw new FormatException(time);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>When the step falls due, as Shanghai wall time.</summary>
    public static string Due(string step, string received)
    {
        var due = Calculator.Of(step, At(received)).Single().DueAt;
        Assert.Equal(ShanghaiTime.Offset, due.Offset);
        return due.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
