namespace SentimentWatch.Pipeline.Tests.Routing;

/// <summary>In a danger who fights it leads.</summary>
public sealed class DangerTests
{
    [Theory]
    [InlineData("fire", "居民楼着火了，浓烟很大", "xfdd", "yjj")]
    [InlineData("gas-leak", "洪楼广场燃气泄漏，味道很大", "jnrq", "yjj")]
    [InlineData("trapped", "电梯里困了三个人", "xfdd", "scjgj")]
    [InlineData("mass-incident", "几十个工人在门口讨薪堵路", "gafj", "rsj")]
    [InlineData("food-poisoning", "学校食堂吃完饭二十多个学生上吐下泻", "scjgj", "wsjkj")]
    [InlineData("traffic-accident", "大货车侧翻压住小车", "jjdd", "xfdd")]
    [InlineData("utility-outage", "整个小区停暖，室温只有八度，老人冻病了", "jnrl", "zjj")]
    public void Lead_and_support_follow_the_kind(string kind, string body, string lead, string support)
    {
        var routing = Licheng.Route(Licheng.Record(body), Licheng.Judged("emergency", kind, 0.9f)).Routing;
        Assert.Equal(lead, routing.Lead);
        Assert.Contains(support, routing.Support);
    }

    [Fact]
    public void The_street_of_the_place_supports()
    {
        var routing = Licheng.Route(Licheng.Record("洪楼广场燃气泄漏"), Licheng.Judged("emergency", "gas-leak", 0.9f)).Routing;
        Assert.Contains("hongjialou", routing.Support);
        Assert.Equal("洪楼广场", routing.Place?.Name);
    }

    [Theory]
    [InlineData("trapped", "下穿通道积水没过车窗，车里困了三个人", "yjj")]
    [InlineData("flood", "下穿通道积水没过车窗，车里困了三个人", "yjj")]
    [InlineData("trapped", "电梯困人", "xfdd")]
    [InlineData("explosion", "燃气爆炸，玻璃全碎了", "jnrq")]
    [InlineData("explosion", "仓库爆炸", "yjj")]
    public void All_who_tell_of_one_matter_reach_one_lead(string kind, string body, string lead) =>
        Assert.Equal(lead, Licheng.Route(Licheng.Record(body), Licheng.Judged("emergency", kind, 0.9f)).Routing.Lead);

    [Fact]
    public void Every_danger_kind_has_a_lead()
    {
        foreach (var kind in Models.DangerKinds.All)
        {
            Assert.NotEmpty(Licheng.Route(Licheng.Record("出事了"), Licheng.Judged("emergency", kind, 0.9f)).Routing.Lead);
        }
    }
}
