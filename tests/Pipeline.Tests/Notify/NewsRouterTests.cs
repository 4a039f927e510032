using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify;

public sealed class NewsRouterTests
{
    [Fact]
    public void Lead_and_support_get_messages_of_their_own_and_the_office_a_flash_without_a_link()
    {
        var news = Route(Settings.News(), "zjj", "honglou", "wxb");
        Assert.Equal([("zjj", true), ("honglou", true), ("wxb", false)], news.Select(item => (Assert.Single(item.Targets).Name, item.Targets[0].MayAct)));
    }

    [Fact]
    public void A_receiver_of_all_gets_one_message_with_a_row_for_each_unit()
    {
        var item = Assert.Single(Route(Settings.News(), "default"));
        Assert.Equal(["zjj@teams.default", "honglou@teams.default", "wxb@teams.default"], item.Keys.Select(key => key.Target));
        Assert.True(item.Targets[0].MayAct);
    }

    [Fact]
    public void Exactly_the_named_units_are_told_and_never_a_recused_one()
    {
        Assert.Equal(["wxb"], Route(Settings.News() with { To = ["wxb"] }, "zjj", "wxb").Select(item => item.Targets[0].Unit));
        Assert.DoesNotContain(Route(Settings.News(Settings.Alert() with { Recused = ["honglou"] }), "zjj", "honglou", "wxb"), item => item.Targets[0].Unit == "honglou");
    }

    private static IReadOnlyList<Pipeline.Notify.Grouping.OutgoingNews> Route(Announcement news, params string[] webhooks) =>
        new NewsRouter(
            NotifyTargets.Read(Settings.Of([.. webhooks.Select(name => ($"SentimentWatch:Notify:Teams:{name}:Url", (string?)$"https://{name}.example"))])), new AlertRules(), new Names())
        .Route([news]);
}
