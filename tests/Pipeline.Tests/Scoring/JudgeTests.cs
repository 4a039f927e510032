using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Scoring;
using SentimentWatch.Pipeline.Tests.Routing;

namespace SentimentWatch.Pipeline.Tests.Scoring;

/// <summary>The judge and the urgent lane on the model that ships.</summary>
public sealed class JudgeTests
{
    private static readonly JudgingRules Rules = JudgingRules.Load(Licheng.Folder);

    private static readonly CurrentModel Model = new(
        ScoringServices.ModelFolderOf(new ConfigurationBuilder().Build()), Rules.ToThresholds(), TimeProvider.System, NullLogger<CurrentModel>.Instance);

    private static readonly CitizenRecord GasLeak = Licheng.Record("洪楼广场现在燃气泄漏，燃气味特别大，已经有人晕倒，非常危险，快派人来！");

    private static readonly CitizenRecord Ordinary = Licheng.Record("咨询公积金提取需要哪些材料，周末能不能办理。");

    [Fact]
    public void An_emergency_is_told_from_a_question()
    {
        var judgements = new Judge(Model).JudgeBatch([GasLeak, Ordinary], TestContext.Current.CancellationToken).Judgements;
        Assert.Equal(("emergency", "gas-leak"), (judgements[0].Urgency.Level, judgements[0].Urgency.Kind));
        Assert.Equal("routine", judgements[1].Urgency.Level);
    }

    [Fact]
    public void The_sources_highest_urgency_lifts_and_takes_the_urgent_lane()
    {
        var called = Ordinary with { SourceUrgency = "特急" };
        Assert.Equal("urgent", Assert.Single(new Judge(Model).JudgeBatch([called], TestContext.Current.CancellationToken).Judgements).Urgency.Level);
        var lane = new UrgentLane(Model, Rules);
        Assert.True(lane.LooksUrgent(called));
        Assert.True(lane.LooksUrgent(GasLeak));
        Assert.False(lane.LooksUrgent(Ordinary));
    }

    [Fact]
    public void Many_threads_judge_alike()
    {
        var judge = new Judge(Model);
        var alone = judge.JudgeBatch([GasLeak], TestContext.Current.CancellationToken).Judgements[0].Urgency.Probability;
        Parallel.For(0, 64, _ => Assert.Equal(alone, judge.JudgeBatch([GasLeak], CancellationToken.None).Judgements[0].Urgency.Probability));
    }
}
