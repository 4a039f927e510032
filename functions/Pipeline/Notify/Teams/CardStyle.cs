using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>Container styles of levels; the level also stands in words, because colour alone tells not everybody.</summary>
internal static class CardStyle
{
    /// <summary>One of Adaptive Cards' container styles.</summary>
    public static string Of(string level) => level switch
    {
        AlertLevel.Red => "attention",
        AlertLevel.Orange => "warning",
        AlertLevel.Yellow => "warning",
        AlertLevel.Blue => "accent",
        _ => "emphasis",
    };
}
