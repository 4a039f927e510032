namespace SentimentWatch.Pipeline.Tests.Routing;

/// <summary>A report never reaches those it speaks against.</summary>
public sealed class ReportTests
{
    [Theory]
    [InlineData("举报区城管局执法人员收受商户好处费，对占道经营睁一只眼闭一只眼。", "csgl")]
    [InlineData("王舍人街道办事处某干部优亲厚友，把安置房分给亲戚。", "wangsheren")]
    [InlineData("历城区住建局在项目验收中与开发商利益输送。", "zjj")]
    [InlineData("派出所民警徇私，报案后不立案。", "gafj")]
    [InlineData("历城二中违规收费，还组织有偿补课。", "lcez")]
    [InlineData("唐冶街道工作人员虚报冒领补贴。", "tangye")]
    public void The_denounced_unit_and_those_below_are_recused(string body, string target)
    {
        var routing = Licheng.Route(body, kind: "report");
        Assert.Contains(target, routing.Recused);
        Assert.NotEqual(target, routing.Lead);
        Assert.DoesNotContain(target, routing.Support);
        Assert.Contains("回避", routing.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Misconduct_goes_to_the_discipline_inspectors() =>
        Assert.Equal("qjw", Licheng.Route("举报区城管局执法队索要钱财", kind: "report").Lead);

    [Fact]
    public void Without_misconduct_it_goes_to_the_unit_above()
    {
        Assert.Equal("jytyj", Licheng.Route("举报历城二中食堂饭菜价格偏高", kind: "report").Lead);
        Assert.Equal("qzfb", Licheng.Route("举报楼下饭店私自加盖", kind: "report", namedUnit: "区城管局").Lead);
    }

    [Fact]
    public void Units_below_the_denounced_are_recused_too()
    {
        var routing = Licheng.Route("举报历城公安分局乱作为", kind: "report");
        Assert.Contains("jjdd", routing.Recused);
    }

    [Fact]
    public void The_inspectors_own_reports_go_elsewhere()
    {
        var routing = Licheng.Route("举报区纪委监委工作人员失职", kind: "report");
        Assert.NotEqual("qjw", routing.Lead);
        Assert.NotEqual("", routing.Lead);
    }

    [Fact]
    public void Who_is_asked_to_look_into_it_is_not_denounced()
    {
        var routing = Licheng.Route("举报一家饭店使用地沟油，请区市场监管局查处。", kind: "report");
        Assert.Equal("scjgj", routing.Lead);
        Assert.Empty(routing.Recused);
    }

    [Fact]
    public void Officials_of_no_known_unit_are_the_inspectors_matter() =>
        Assert.Equal("qjw", Licheng.Route("举报村支书侵吞集体资产、私分征地款。", kind: "report", place: "董家街道").Lead);

    [Fact]
    public void To_be_told_to_give_back_is_not_to_be_asked_for_help() =>
        Assert.Contains("csgl", Licheng.Route("要求区城管局退还收受的好处费", kind: "report").Recused);

    [Fact]
    public void A_street_office_without_its_name_is_that_of_the_place()
    {
        var routing = Licheng.Route("举报街道办事处对违建不管不问", kind: "report", place: "郭店街道虞景小区");
        Assert.Contains("guodian", routing.Recused);
    }

    [Fact]
    public void A_text_that_denounces_a_unit_is_a_report_whatever_its_kind_says()
    {
        var routing = Licheng.Route("实名举报区交通运输局有人吃拿卡要！", kind: "complaint");
        Assert.Contains("jtj", routing.Recused);
        Assert.Equal("qjw", routing.Lead);
    }

    [Fact]
    public void To_have_told_a_unit_denounces_nobody()
    {
        var routing = Licheng.Route("占道经营天天有，向区城管局举报过也没用。", kind: "complaint");
        Assert.Equal("csgl", routing.Lead);
        Assert.Empty(routing.Recused);
    }

    [Fact]
    public void A_suggestion_that_mentions_police_and_complaints_denounces_nobody()
    {
        var routing = Licheng.Route("建议工作日晚上广场舞静音，大家举报多次，公安和城管来了就走，噪音依旧。", kind: "suggestion");
        Assert.Empty(routing.Recused);
    }

    [Fact]
    public void In_a_danger_too_the_denounced_stays_out()
    {
        var verdict = Licheng.Route(
            Licheng.Record("举报燃气公司失职，洪楼广场现在燃气泄漏", kind: "report"), Licheng.Judged("emergency", "gas-leak", 0.9f));
        Assert.Contains("jnrq", verdict.Routing.Recused);
        Assert.NotEqual("jnrq", verdict.Routing.Lead);
    }
}
