using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Routing;
using static SentimentWatch.Pipeline.Tests.Insights.Policies.PolicySamples;

namespace SentimentWatch.Pipeline.Tests.Insights.Policies;

public sealed class PolicyRiskTests
{
    private static readonly DateOnly From = Published.AddDays(-70);
    private static readonly DateOnly Eve = Published.AddDays(-1);

    [Theory]
    [InlineData(0, 0, 0, "blue")]
    [InlineData(15, 2, 0, "blue")]
    [InlineData(25, 20, 0, "yellow")]
    [InlineData(90, 70, 2, "orange")]
    [InlineData(210, 180, 2, "red")]
    [InlineData(210, 10, 12, "red")]
    public void Two_of_three_limits_make_a_level(int records, int negative, int petitions, string level)
    {
        var alike = Many(0, records - petitions, Math.Min(negative, records - petitions), From, 70, "公共自行车还车多扣费")
            .Concat(Enumerable.Range(0, petitions).Select(n => Record(9000 + n, From.AddDays(n), "公共自行车扣费", negative > records / 2 ? "negative" : "neutral", "petition")));
        var risk = PolicyRiskJudge.Judge([.. alike], From, Eve, new PolicyRules());
        Assert.Equal(level, risk.Level);
        Assert.EndsWith("。", risk.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_voice_that_comes_back_an_urgent_record_and_a_petition_are_escalated()
    {
        var risk = PolicyRiskJudge.Judge(
            [Record(1, From, "扣费", voice: "a"), Record(2, From, "扣费", voice: "a"), Record(3, From, "扣费", urgency: "urgent"), Record(4, From, "扣费", channel: "petition"), Record(5, From, "扣费")],
            From, Eve, new PolicyRules());
        Assert.Equal(3, risk.Escalated);
        Assert.Contains("激化 3 件", risk.Why, StringComparison.Ordinal);
    }
}
