namespace SentimentWatch.Pipeline.Tests.Routing;

/// <summary>A unit that the record names leads.</summary>
public sealed class NamedUnitTests
{
    [Theory]
    [InlineData("区住房城乡建设局", "zjj")]
    [InlineData("区住建局", "zjj")]
    [InlineData("住建局", "zjj")]
    [InlineData("历城区住房和城乡建设局", "zjj")]
    [InlineData("济南市历城区住房和城乡建设局", "zjj")]
    [InlineData("历城区城管局", "csgl")]
    [InlineData("历城区公安局", "gafj")]
    [InlineData("市生态环境局历城分局", "sthj")]
    [InlineData("济南市生态环境局历城分局", "sthj")]
    [InlineData("王舍人街道", "wangsheren")]
    [InlineData("历城区王舍人街道办事处", "wangsheren")]
    [InlineData("国网历城供电公司", "lcgd")]
    [InlineData("济南市历城第二中学", "lcez")]
    [InlineData("区发改委", "fgj")]
    [InlineData(" 区医疗保障局 ", "ybj")]
    public void Every_usual_form_of_a_name_is_known(string name, string code) => Assert.Equal(code, Licheng.District.Roster.Resolve(name)?.Code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("某某公司")]
    public void A_name_of_nobody_is_nobody(string? name) => Assert.Null(Licheng.District.Roster.Resolve(name));

    [Fact]
    public void The_named_unit_leads_though_the_words_speak_for_another()
    {
        var routing = Licheng.Route("小区物业不管电梯，业主意见很大。", namedUnit: "区市场监管局", place: "唐冶街道绿地城");
        Assert.Equal("scjgj", routing.Lead);
        Assert.Contains("指明", routing.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void The_function_is_the_named_units_own()
    {
        var routing = Licheng.Route("小区电梯老坏，物业不管。", namedUnit: "区住房城乡建设局", place: "王舍人街道");
        Assert.Equal(("zjj", "housing"), (routing.Lead, routing.Function));
        Assert.Contains("wangsheren", routing.Support);
    }

    [Fact]
    public void Thanks_go_to_the_thanked()
    {
        Assert.Equal("quanfu", Licheng.Route("感谢全福街道办事处的同志帮老人办好了手续。", kind: "praise").Lead);
    }
}
