using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Tests.Alerts;

public sealed class MatterKeyTests
{
    private static readonly PlaceMatch Street = new("wangsheren", "王舍人街道", "street");

    [Fact]
    public void Two_channels_and_other_words_about_one_place_are_one_matter() =>
        Assert.Equal(
            MatterKey.Of(Sample.Judged("1", kind: "gas-leak")),
            MatterKey.Of(Sample.Judged("2", kind: "explosion", channel: "weibo", body: "洪楼广场刚才砰的一声")));

    [Fact]
    public void Another_unit_kind_or_place_is_another_matter()
    {
        var keys = new[]
        {
            Sample.Judged(), Sample.Judged(lead: "yjj"), Sample.Judged(kind: "fire"), Sample.Judged(place: new PlaceMatch("honglou", "洪楼小区", "estate")),
        }.Select(MatterKey.Of);
        Assert.Equal(4, keys.Distinct().Count());
    }

    [Fact]
    public void The_day_turns_at_four_in_the_morning()
    {
        var four = new DateTimeOffset(2026, 11, 23, 4, 0, 0, TimeSpan.FromHours(8));
        var evening = MatterKey.Of(Sample.Judged(received: four.AddHours(-6)));
        Assert.Equal(evening, MatterKey.Of(Sample.Judged(received: four.AddSeconds(-1))));
        Assert.NotEqual(evening, MatterKey.Of(Sample.Judged(received: four)));
        Assert.Equal(four.AddDays(-1), evening.DayStart);
    }

    [Theory]
    [InlineData("王舍人街道绿地新城三号楼着火了", "快来！我们绿地新城楼道起火", true)]
    [InlineData("王舍人街道绿地新城着火了", "王舍人街道幸福家园着火了", false)]
    [InlineData("有人要跳楼，快来", "有人要跳楼！！快来。", true)]
    [InlineData("有人要跳楼，快来", "楼顶上站着一个人", false)]
    [InlineData("我们小区着火了，快来", "我们小区着火了，烟很大", false)]
    [InlineData("附近的学校着火了，快来", "附近的学校着火了，烟很大", false)]
    public void A_street_alone_does_not_make_one_matter(string left, string right, bool same) =>
        Assert.Equal(same, MatterKey.Of(Sample.Judged(place: Street, body: left)) == MatterKey.Of(Sample.Judged(place: Street, body: right)));

    [Fact]
    public void Without_a_place_only_the_same_words_are_one_matter()
    {
        var key = MatterKey.Of(Sample.Judged(placed: false, body: "快来人，有人掉井里了"));
        Assert.Equal(key, MatterKey.Of(Sample.Judged(placed: false, channel: "wechat", body: "快来人 有人掉井里了!")));
        Assert.NotEqual(key, MatterKey.Of(Sample.Judged(placed: false, body: "电梯里困着三个人")));
    }

    [Fact]
    public void An_alert_id_is_A_and_eight_digits()
    {
        var key = MatterKey.Of(Sample.Judged());
        Assert.All(Enumerable.Range(0, 50).Select(key.AlertId), id => Assert.Matches("^A[1-9][0-9]{7}$", id));
        Assert.Equal(50, Enumerable.Range(0, 50).Select(key.AlertId).Distinct().Count());
    }
}
