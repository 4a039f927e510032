using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SentimentWatch.Pipeline.Notify.DingTalk;

/// <summary>加签: the address carries the time in milliseconds and <c>base64(HMAC-SHA256(secret, timestamp + "\n" + secret))</c>; 钉钉 takes it for an hour.</summary>
public static class DingTalkSignature
{
    /// <summary>The address to post to; as it stands when the robot has no secret (it then asks for a keyword: 预警).</summary>
    public static Uri Sign(WebhookEndpoint endpoint, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (endpoint.Secret is not { } secret)
        {
            return endpoint.Url;
        }

        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}")));
        var address = new UriBuilder(endpoint.Url);
        var query = address.Query.TrimStart('?');
        address.Query = $"{query}{(query.Length == 0 ? "" : "&")}timestamp={timestamp}&sign={Uri.EscapeDataString(sign)}";
        return address.Uri;
    }
}
