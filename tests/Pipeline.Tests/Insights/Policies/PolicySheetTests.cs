using System.Text;
using SentimentWatch.Pipeline.Insights;
using static SentimentWatch.Pipeline.Tests.Insights.Policies.PolicySamples;

namespace SentimentWatch.Pipeline.Tests.Insights.Policies;

public sealed class PolicySheetTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sheet_of_a_year_stands_by_drafting_unit_and_says_what_came_of_each_policy()
    {
        var old = Bicycles with { Code = "buses", Name = "历城区社区巴士运营办法", Unit = "csgl", PublishedOn = new DateOnly(2024, 3, 1), EffectiveOn = new DateOnly(2024, 4, 1), Keywords = ["社区巴士运营办法"], Matters = [] };
        var sheet = await Desk(
            [
                .. Many(0, 40, 5, Published.AddDays(-40), 40, "租车新规何时出台"),
                .. Many(100, 60, 55, Published, 50, "租车新规免费时间太短"),
                Record(300, new DateOnly(2026, 2, 1), "社区巴士运营办法里的末班车太早", satisfied: true),
            ],
            new DateOnly(2026, 12, 20), Bicycles, old, Bicycles with { Code = "later", PublishedOn = new DateOnly(2027, 1, 5), EffectiveOn = new DateOnly(2027, 2, 1) }).SheetAsync(2026, null, Ct);
        Assert.Equal(["csgl", "jtj"], sheet.Units.Select(unit => unit.Unit));
        Assert.Equal(["buses", "bicycles"], sheet.Units.SelectMany(unit => unit.Policies).Select(line => line.Code));
        var (bus, bicycle) = (sheet.Units[0].Policies[0], sheet.Units[1].Policies[0]);
        Assert.Equal("全年提及 1 件，不足 30 件，不作评价。", bus.Result);
        Assert.Equal((1, 1), (bus.FollowedUp, bus.Satisfied));
        Assert.Equal(100, bicycle.Year.Total);
        Assert.Contains("公布后负面占比明显上升", bicycle.Result, StringComparison.Ordinal);

        var csv = Encoding.UTF8.GetString(await new PolicyForms(null!).WriteAsync(sheet, PolicyFormat.Csv));
        Assert.Equal(3, csv.TrimEnd().Split("\r\n").Length);
        Assert.Contains("## 区交通运输局", PolicyMarkdown.Render(sheet), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_that_nothing_asks_for_are_not_read()
    {
        var records = new MemoryPolicyRecords();
        var (year, then) = ((new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), (new DateOnly(2023, 12, 1), new DateOnly(2024, 4, 30)));
        await new PolicyGathering(records).ReadAsync([(Bicycles, then.Item1, year.Item2)], [year, then, (new DateOnly(2026, 12, 30), new DateOnly(2027, 1, 2))], null, Ct);
        Assert.Equal([then, (new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 2))], records.Read);
    }
}
