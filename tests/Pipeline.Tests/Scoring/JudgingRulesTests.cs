using SentimentWatch.Pipeline.Scoring;
using SentimentWatch.Pipeline.Tests.Routing;

namespace SentimentWatch.Pipeline.Tests.Scoring;

/// <summary>The thresholds come from the district's rules.</summary>
public sealed class JudgingRulesTests
{
    [Fact]
    public void The_model_gets_the_districts_thresholds()
    {
        var rules = JudgingRules.Load(Licheng.Folder);
        Assert.Equal(rules.EmergencyFrom, rules.ToThresholds().Emergency);
        Assert.Equal(rules.UrgentFrom, rules.ToThresholds().Urgent);
    }

    [Fact]
    public void The_lane_is_never_narrower_than_the_alarm()
    {
        var rules = JudgingRules.Load(Licheng.Folder);
        Assert.True(rules.UrgentLaneFrom <= rules.EmergencyFrom);
        var fault = Assert.Throws<DistrictException>((rules with { UrgentLaneFrom = 0.9f }).Check);
        Assert.Contains("urgentLaneFrom", fault.Message, StringComparison.Ordinal);
    }
}
