using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts.Clocks;

/// <summary>Until when a unit may return a matter that is not its own (退回).</summary>
public sealed class ReturnLimits(DeadlineCalculator calculator)
{
    private const string Hotline = "hotline-return.return";
    private const string Petition = "petition-objection.objection";

    /// <summary>
    /// The last second for a return (UTC): of a petition five working days (信访工作条例 第22–23条), else two (山东省热线管理办法 2020; other channels follow it
    /// for want of a rule of their own). Null, and so no limit, when the calendar lacks the year or the district the clock.
    /// </summary>
    public DateTimeOffset? Of(string channel, DateTimeOffset dispatchedAt)
    {
        var clock = channel == Channels.Petition ? Petition : Hotline;
        try
        {
            return calculator.Find(clock) is null ? null : calculator.Of(clock, dispatchedAt)[0].DueAt.ToUniversalTime();
        }
        catch (MissingYearException)
        {
            // No return is refused by a limit that nobody can name; doctor tells of the calendar.
            return null;
        }
    }
}
