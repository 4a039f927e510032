using SentimentWatch.Pipeline.Insights;
using static SentimentWatch.Pipeline.Tests.Insights.Policies.PolicySamples;

namespace SentimentWatch.Pipeline.Tests.Insights.Policies;

public sealed class PolicyReportTests
{
    private static readonly DateOnly Today = Published.AddDays(100);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Moods_before_and_after_are_compared_with_intervals()
    {
        var report = await ReportAsync(
        [
            .. Many(0, 60, 15, Published.AddDays(-50), 50, "听说要出租车新规，想问押金怎么退"),
            .. Many(100, 80, 60, Published, 50, "租车新规把免费时间缩短到十五分钟，太短了"),
            Record(900, Published.AddDays(3), "路口红绿灯坏了，没人来修"),
        ]);
        Assert.Equal((60, 80), (report.Before.Total, report.After.Total));
        Assert.Equal(0.5, report.NegativeChange!.Value, 0.001);
        Assert.True(report.NegativeChange.IsClear);
        Assert.Contains("负面占比上升 50 个百分点（95% 区间 +34 至 +62），变化明显", report.Findings[1], StringComparison.Ordinal);
        Assert.Equal(140, report.Days.Sum(day => day.Total));
        Assert.Equal(120, report.Days.Count);
        Assert.Equal(27, report.Channels.Single(count => count.Code == "weibo").After);
        Assert.Equal(new DateTimeOffset(2026, 4, 24, 23, 59, 59, TimeSpan.FromHours(8)), report.ConsultationDueAt);
    }

    [Fact]
    public async Task A_small_sample_is_counted_and_not_compared()
    {
        var report = await ReportAsync([.. Many(0, 29, 29, Published.AddDays(-40), 40, "租车新规何时出台"), .. Many(100, 200, 10, Published, 50, "租车新规很好")]);
        Assert.Null(report.NegativeChange);
        Assert.Contains("不足 30 件，样本太小，只列数量，不比较占比", report.Findings[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Concerns_are_residents_words_that_several_records_say_and_never_those_of_a_report()
    {
        var report = await ReportAsync(
        [
            Record(1, Published, "您好，租车新规把免费骑行时间缩短了一半，希望有关部门尽快处理"),
            Record(2, Published, "按租车新规免费骑行时间缩短了一半，希望有关部门尽快处理"),
            Record(3, Published, "租车新规里免费骑行时间缩短一半不合理"),
            Record(4, Published, "租车新规，站点维修员收了人家好处，站点维修员收了人家好处", kind: "report"),
            Record(5, Published, "租车新规，站点维修员收了人家好处", kind: "report"),
            Record(6, Published, "租车新规只有我家楼下没有站点"),
        ]);
        var concern = Assert.Single(report.Concerns);
        Assert.Contains("免费骑行时间缩短", concern.Text, StringComparison.Ordinal);
        Assert.Equal(3, concern.Records);
    }

    [Fact]
    public async Task The_order_in_which_records_lie_changes_nothing()
    {
        PolicyRecord[] records = [.. Many(0, 40, 20, Published.AddDays(-30), 30, "租车新规押金太高了", "租车新规站点太少找不到"), .. Many(100, 40, 20, Published, 30, "租车新规押金太高退得慢", "租车新规站点太少不好找")];
        var one = await ReportAsync(records);
        var other = await ReportAsync([.. records.Reverse()]);
        Assert.Equal(one.Findings, other.Findings);
        Assert.Equal(one.Concerns, other.Concerns);
    }

    [Fact]
    public async Task Of_a_policy_to_come_only_the_risk_is_told()
    {
        var report = await Desk(Many(0, 90, 80, Published.AddDays(-60), 40, "公共自行车还车时多扣费"), Published.AddDays(-10)).ReportAsync(Bicycles, null, Ct);
        Assert.False(report.IsPublished);
        Assert.Equal(0, report.After.Total);
        Assert.StartsWith("目前舆情风险为", report.Findings[0], StringComparison.Ordinal);
        Assert.Equal(90, report.Risk.Records);
    }

    [Fact]
    public async Task A_policy_that_nobody_speaks_of_makes_a_report_all_the_same()
    {
        var report = await ReportAsync([]);
        Assert.Equal("blue", report.Risk.Level);
        Assert.Contains("没有提及该政策的诉求", report.Findings[0], StringComparison.Ordinal);
        Assert.Contains("没有同类诉求可以参照", report.Findings[3], StringComparison.Ordinal);
    }

    private static Task<PolicyReport> ReportAsync(IReadOnlyList<PolicyRecord> records) => Desk(records, Today).ReportAsync(Bicycles, null, Ct);
}
