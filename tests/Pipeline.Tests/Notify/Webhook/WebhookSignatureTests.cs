using System.Security.Cryptography;
using System.Text;
using SentimentWatch.Pipeline.Notify.Webhook;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify.Webhook;

public sealed class WebhookSignatureTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"news":"燃气"}""");

    [Fact]
    public void It_signs_the_time_and_the_body_as_the_readme_tells()
    {
        var headers = WebhookSignature.Headers("secret", Sample.Noon, Body);
        var timestamp = headers["X-SentimentWatch-Timestamp"];
        Assert.Equal(Sample.Noon.ToUnixTimeSeconds().ToString(), timestamp);
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes("secret"), Encoding.UTF8.GetBytes($"{timestamp}.").Concat(Body).ToArray());
        Assert.Equal($"sha256={Convert.ToHexStringLower(expected)}", headers["X-SentimentWatch-Signature"]);
    }

    [Fact]
    public void Without_a_secret_nothing_is_signed() =>
        Assert.Equal(["X-SentimentWatch-Timestamp"], WebhookSignature.Headers(null, Sample.Noon, Body).Keys);
}
