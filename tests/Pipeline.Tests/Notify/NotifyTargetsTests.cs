using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;

namespace SentimentWatch.Pipeline.Tests.Notify;

public sealed class NotifyTargetsTests
{
    private static readonly AlertRules Rules = new();
    private const string Secret = "sig=verysecret";

    [Theory]
    [InlineData("https://prod.example.org/workflows/1?sig=verysecret")]
    [InlineData("http://127.0.0.1:8080/hook?sig=verysecret")]
    [InlineData("http://[::1]/hook")]
    [InlineData("http://localhost/hook")]
    public void Https_and_this_machine_are_taken(string url) =>
        Assert.NotNull(NotifyTargets.Read(Settings.Of(("SentimentWatch:Notify:Teams:zjj:Url", url))).EndpointOf("teams", "zjj"));

    [Theory]
    [InlineData("http://prod.example.org/workflows/1?sig=verysecret")]
    [InlineData("ftp://127.0.0.1/sig=verysecret")]
    [InlineData("sig=verysecret")]
    public void Anything_else_is_refused_in_one_sentence_that_keeps_the_secret(string url)
    {
        var error = Assert.Throws<InvalidOperationException>(() => NotifyTargets.Read(Settings.Of(("SentimentWatch:Notify:Teams:zjj:Url", url))));
        Assert.Contains("SentimentWatch__Notify__Teams__zjj__Url", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_without_a_webhook_is_served_by_the_default_and_else_by_the_console()
    {
        var own = NotifyTargets.Read(Settings.Of(("SentimentWatch:Notify:Teams:zjj:Url", "https://a.example"), ("SentimentWatch:Notify:Teams:default:Url", "https://b.example")));
        Assert.Equal("zjj", Assert.Single(own.For(Settings.News(), Rules)).Name);
        Assert.Equal("default", Assert.Single(own.For(Settings.News(Settings.Alert() with { Unit = "csj" }), Rules)).Name);
        Assert.Equal("console", Assert.Single(NotifyTargets.Read(Settings.Of()).For(Settings.News(), Rules)).Name);
        Assert.Equal(["default", "console"], [own.After(own.For(Settings.News(), Rules)[0])!.Name, own.After(own.After(own.For(Settings.News(), Rules)[0])!)!.Name]);
    }

    [Fact]
    public void The_reading_office_gets_red_and_orange_by_its_own_webhook_without_a_link_to_acknowledge()
    {
        var targets = NotifyTargets.Read(Settings.Of(("SentimentWatch:Notify:Teams:wxb:Url", "https://w.example"), ("SentimentWatch:Notify:Teams:default:Url", "https://b.example")));
        Assert.Equal([new NotifyTarget("default", "teams", "zjj", true), new NotifyTarget("wxb", "teams", "wxb", false)], targets.For(Settings.News(), Rules));
        Assert.Equal(["default"], targets.For(Settings.News(Settings.Alert("yellow")), Rules).Select(target => target.Name));
        Assert.Equal(["default"], targets.For(Settings.News(Settings.Alert() with { Recused = ["wxb"] }), Rules).Select(target => target.Name));
        Assert.Equal([new NotifyTarget("wxb", "teams", "wxb", false)], targets.For(Settings.News(reason: "returned-3"), Rules));
    }
}
