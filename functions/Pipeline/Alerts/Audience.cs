using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Which units a piece of news is for. The one place that decides it, so that the one rule that must never break stands once.</summary>
public static class Audience
{
    /// <summary>
    /// Unit codes to tell, each once, the one that must act first. <paramref name="readingOffice"/> reads what is red or orange as a flash.
    /// No recused unit, nor one under it, is ever among them; what would reach nobody goes to the offices that may see it.
    /// </summary>
    public static IReadOnlyList<string> Of(Announcement news, string readingOffice, IUnitNames units)
    {
        ArgumentNullException.ThrowIfNull(news);
        ArgumentNullException.ThrowIfNull(units);
        var alert = news.Alert;
        var told = Seen(news.To ?? Everybody(news, readingOffice));
        return told.Count > 0 ? told : Seen([.. Offices(alert)]);

        List<string> Seen(IReadOnlyList<string> wanted) =>
            [.. wanted.Where(unit => unit.Length > 0 && !Shield.Hides(alert.Recused, unit, units)).Distinct(StringComparer.Ordinal)];
    }

    private static List<string> Everybody(Announcement news, string readingOffice)
    {
        var alert = news.Alert;
        List<string> told = [alert.MustAct, .. alert.Support.Except(alert.AcknowledgedSupport)];
        if (alert.Level is AlertLevel.Red or AlertLevel.Orange)
        {
            told.Add(readingOffice);
        }

        // A calendar that lacks a year is the office's to mend.
        if (alert.ClockFaults.Count > 0 && news.Reason == AnnouncementReason.Opened && alert.Policy is { } policy)
        {
            told.Add(policy.DispatchOffice);
        }

        return told;
    }

    private static IEnumerable<string> Offices(Alert alert) =>
        alert.Policy is { } policy ? policy.Offices.Prepend(policy.DispatchOffice) : [];
}
