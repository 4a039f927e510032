using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Tests.Routing;

/// <summary>The finest known place is found, and its street when it has one.</summary>
public sealed class GazetteerTests
{
    private static PlaceMatch? Find(string body, string? place = null) => Licheng.District.Gazetteer.Find(place, null, body);

    [Theory]
    [InlineData("唐冶绿地城三区停暖", "绿地城三区", "estate", "tangye")]
    [InlineData("冷水沟村的路灯坏了", "冷水沟村", "village", "wangsheren")]
    [InlineData("冷水沟的路灯坏了", "冷水沟村", "village", "wangsheren")]
    [InlineData("洪楼广场有人表演", "洪楼广场", "landmark", "hongjialou")]
    [InlineData("鲍山街道环境不错", "鲍山街道", "street", "baoshan")]
    [InlineData("济南东客站停车难", "济南东站", "landmark", "wangsheren")]
    [InlineData("遥墙机场大巴", "遥墙机场", "landmark", "yaoqiang")]
    public void The_finest_name_wins(string body, string name, string level, string street) =>
        Assert.Equal(new PlaceMatch(street, name, level), Find(body));

    [Fact]
    public void A_road_through_several_streets_has_no_street() => Assert.Equal(new PlaceMatch(null, "工业北路", "road"), Find("工业北路坑洼不平"));

    [Fact]
    public void A_named_street_settles_a_long_road() => Assert.Equal("baoshan", Find("鲍山街道工业北路坑洼不平")?.Street);

    [Fact]
    public void A_village_name_of_several_streets_is_settled_by_the_street()
    {
        Assert.Null(Find("李家庄村用水困难")?.Street);
        Assert.Equal("liubu", Find("刘家庄村用水困难", "柳埠街道")?.Street);
    }

    [Fact]
    public void Nothing_known_is_nothing() => Assert.Null(Find("我家楼下"));

    [Fact]
    public void The_given_place_is_before_the_text() => Assert.Equal("tangye", Find("听说洪家楼街道修路", "唐冶街道")?.Street);

    [Fact]
    public void The_given_place_holds_though_the_text_names_another_street() =>
        Assert.Equal("恒大城", Find("上次去唐冶街道办事处问过", "恒大城")?.Name);

    [Fact]
    public void All_21_streets_are_known_by_name()
    {
        Assert.Equal(21, Licheng.District.Areas.Streets.Count);
        Assert.All(Licheng.District.Areas.Streets, s => Assert.Equal(s.Unit, Find(s.Name + "有事")?.Street));
    }
}
