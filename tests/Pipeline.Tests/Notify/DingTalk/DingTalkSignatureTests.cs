using System.Security.Cryptography;
using System.Text;
using System.Web;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.DingTalk;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify.DingTalk;

public sealed class DingTalkSignatureTests
{
    private const string Secret = "SEC-of-a-test-robot";

    [Fact]
    public void Time_and_signature_stand_in_the_query_beside_the_token()
    {
        var address = DingTalkSignature.Sign(new WebhookEndpoint(new Uri("https://oapi.example/robot/send?access_token=t1"), Secret), Sample.Noon);
        var query = HttpUtility.ParseQueryString(address.Query);
        Assert.Equal("t1", query["access_token"]);
        Assert.Equal(Sample.Noon.ToUnixTimeMilliseconds().ToString(), query["timestamp"]);
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{query["timestamp"]}\n{Secret}"));
        Assert.Equal(Convert.ToBase64String(expected), query["sign"]);
        Assert.DoesNotContain('+', address.Query);
    }

    [Fact]
    public void Without_a_secret_the_address_stays_as_it_is() =>
        Assert.Equal("https://oapi.example/send?access_token=t1", DingTalkSignature.Sign(new WebhookEndpoint(new Uri("https://oapi.example/send?access_token=t1"), null), Sample.Noon).AbsoluteUri);
}
