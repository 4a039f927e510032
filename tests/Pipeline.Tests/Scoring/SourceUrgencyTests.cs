using SentimentWatch.Models;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Tests.Scoring;

/// <summary>特急 of the source lifts a verdict by one level.</summary>
public sealed class SourceUrgencyTests
{
    [Theory]
    [InlineData("routine", null, "urgent", "other")]
    [InlineData("urgent", "flood", "emergency", "flood")]
    [InlineData("emergency", "fire", "emergency", "fire")]
    public void One_level_up(string level, string? kind, string lifted, string liftedKind)
    {
        var urgency = SourceUrgencies.Lift(new UrgencyJudgement(level, 0.2f, kind, ["水"]));
        Assert.Equal((lifted, liftedKind, 0.2f), (urgency.Level, urgency.Kind, urgency.Probability));
        Assert.Equal(["特急", "水"], urgency.Why);
    }

    [Theory]
    [InlineData("特急", true)]
    [InlineData("特急件", true)]
    [InlineData("紧急", false)]
    [InlineData("一般", false)]
    [InlineData(null, false)]
    public void Only_the_highest_lifts(string? sourceUrgency, bool highest) => Assert.Equal(highest, SourceUrgencies.IsHighest(sourceUrgency));
}
