using System.Net;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.WeCom;

namespace SentimentWatch.Pipeline.Tests.Notify.WeCom;

public sealed class WeComAnswerTests
{
    [Theory]
    [InlineData("""{"errcode":0,"errmsg":"ok"}""", "Sent")]
    [InlineData("""{"errcode":45009,"errmsg":"api freq out of limit"}""", "RetryAfter")]
    [InlineData("""{"errcode":-1,"errmsg":"system busy"}""", "RetryAfter")]
    [InlineData("""{"errcode":93000,"errmsg":"invalid webhook url"}""", "Final")]
    [InlineData("""{"errcode":40058,"errmsg":"content exceed max length"}""", "Final")]
    [InlineData("<html>gateway</html>", "RetryAfter")]
    [InlineData("[]", "RetryAfter")]
    [InlineData("", "RetryAfter")]
    public void The_code_in_a_200_tells_the_outcome(string body, string outcome)
    {
        using var ok = new HttpResponseMessage(HttpStatusCode.OK);
        Assert.Equal(outcome, WeComNotifier.Judge(ok, body)?.GetType().Name);
    }

    [Fact]
    public void A_limit_holds_up_the_channel_and_a_key_that_is_gone_ends_it()
    {
        using var ok = new HttpResponseMessage(HttpStatusCode.OK);
        Assert.True(Assert.IsType<NotifyResult.RetryAfter>(WeComNotifier.Judge(ok, """{"errcode":45009}""")).Blocks);
        Assert.True(Assert.IsType<NotifyResult.Final>(WeComNotifier.Judge(ok, """{"errcode":93000}""")).Dead);
    }

    [Fact]
    public void Another_status_speaks_for_itself()
    {
        using var bad = new HttpResponseMessage(HttpStatusCode.BadGateway);
        Assert.Null(WeComNotifier.Judge(bad, """{"errcode":0}"""));
    }
}
