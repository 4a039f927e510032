using SentimentWatch.Pipeline.Scoring;
using SentimentWatch.Pipeline.Tests.Routing;

namespace SentimentWatch.Pipeline.Tests.Scoring;

/// <summary>The thresholds come from the district's rules.</summary>
public sealed class JudgingRulesTests
{
    [Fact]
    public void The_urgent_lane_opens_where_both_costs_are_equal()
    {
        var rules = JudgingRules.Load(Licheng.Folder);
        Assert.Equal(1f / 21, rules.UrgentLaneFrom, 6);
        Assert.True(rules.UrgentLaneFrom <= rules.EmergencyFrom);
        Assert.Equal(rules.EmergencyFrom, rules.ToThresholds().Emergency);
    }

    [Fact]
    public void The_lane_is_never_narrower_than_the_alarm() =>
        Assert.Equal(0.01f, (JudgingRules.Load(Licheng.Folder) with { EmergencyFrom = 0.01f }).UrgentLaneFrom);
}
