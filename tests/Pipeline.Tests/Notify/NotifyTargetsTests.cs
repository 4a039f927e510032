using SentimentWatch.Pipeline.Notify;

namespace SentimentWatch.Pipeline.Tests.Notify;

public sealed class NotifyTargetsTests
{
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
        var own = NotifyTargets.Read(Settings.Of(
            ("SentimentWatch:Notify:Teams:zjj:Url", "https://a.example"), ("SentimentWatch:Notify:WeCom:zjj:Url", "https://c.example"), ("SentimentWatch:Notify:Teams:default:Url", "https://b.example")));
        Assert.Equal(["zjj", "wecom.zjj"], own.To("zjj", mayAct: true).Select(target => target.Key));
        Assert.Equal("csj@teams.default", Assert.Single(own.To("csj", mayAct: true)).Key);
        Assert.Equal("csj@console.console", Assert.Single(NotifyTargets.Read(Settings.Of()).To("csj", mayAct: true)).Key);
        Assert.Equal(["zjj@teams.default", "zjj@console.console"], [own.After(own.To("zjj", true)[1])!.Key, own.After(own.After(own.To("zjj", true)[0])!)!.Key]);
        Assert.Null(own.After(NotifyTarget.ConsoleOf("zjj")));
    }
}
