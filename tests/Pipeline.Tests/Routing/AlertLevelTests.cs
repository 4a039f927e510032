using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Tests.Routing;

/// <summary>Which record calls an alert of which level.</summary>
public sealed class AlertLevelTests
{
    [Theory]
    [InlineData("emergency", "fire", 0.9f, "red")]
    [InlineData("emergency", "fire", 0.4f, "orange")]
    [InlineData("urgent", "gas-leak", 0.2f, "yellow")]
    [InlineData("urgent", "utility-outage", 0.2f, null)]
    [InlineData("urgent", null, 0.2f, null)]
    [InlineData("routine", null, 0.01f, null)]
    public void The_level_follows_urgency_probability_and_kind(string level, string? kind, float probability, string? expected) =>
        Assert.Equal(expected, Licheng.District.Rules.Alerts.LevelOf(new UrgencyVerdict(level, probability, kind, [])));

    [Fact]
    public void Every_level_has_its_time() =>
        Assert.Equal([15, 30, 120, 1440], AlertRules.Levels.Select(l => (int)Licheng.District.Rules.Alerts.AcknowledgeWithin(l).TotalMinutes));
}
