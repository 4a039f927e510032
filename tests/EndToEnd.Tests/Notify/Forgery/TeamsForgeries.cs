using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SentimentWatch.Pipeline.Notify.Teams;

namespace SentimentWatch.EndToEnd.Tests.Notify.Forgery;

/// <summary>Alterations of a signed Teams message that would acknowledge an alert.</summary>
internal sealed class TeamsForgeries(string alertId, string token, string otherToken)
{
    private const string Route = "api/teams/zjj";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly byte[] _body = Body($"<at>历城监测</at>&nbsp;签收 {alertId}\n", DateTimeOffset.UtcNow);

    /// <summary>The message as Teams would send it.</summary>
    public HttpRequestMessage Untouched() => Send(_body, TeamsSignature.Sign(token, _body));

    /// <summary>All alterations.</summary>
    public IEnumerable<Forged> All() => [.. Signatures(), .. Bodies(), .. Encodings(), .. Senders(), .. Times(), .. Methods()];

    private IEnumerable<Forged> Signatures()
    {
        var signature = TeamsSignature.Sign(token, _body);
        for (var at = "HMAC ".Length; at < signature.Length; at++)
        {
            var other = signature[at] == 'A' ? 'B' : 'A';
            yield return Of("signature altered", _body, signature[..at] + other + signature[(at + 1)..]);
        }

        foreach (var cut in new[] { 0, 1, 5, 6, 20, 30, 47, signature.Length - 1 })
        {
            yield return Of("signature cut", _body, signature[..cut]);
        }

        var bare = signature["HMAC ".Length..];
        foreach (var header in new[] { "", bare, $"Bearer {bare}", $"Basic {bare}", $"HMAC {bare}AAAA", $"HMAC {Convert.ToHexString(Convert.FromBase64String(bare))}", "HMAC AAAA", $"HMAC {new string('A', 43)}=", $"HMAC {new string('A', 100_0)}" })
        {
            yield return Of("signature of another form", _body, header);
        }

        yield return new Forged("no signature", Send(_body, null));
    }

    private IEnumerable<Forged> Bodies()
    {
        var signature = TeamsSignature.Sign(token, _body);
        var random = new Random(20261124);
        for (var n = 0; n < 100; n++)
        {
            var altered = _body.ToArray();
            altered[random.Next(altered.Length)] ^= (byte)(1 << random.Next(8));
            yield return Of("body altered", altered, signature);
        }

        yield return Of("body cut", _body[..^1], signature);
        yield return Of("body empty", [], signature);
        yield return Of("other alert's body", Body("签收 A99999999", DateTimeOffset.UtcNow), signature);
        yield return Of("fields in another order", Encoding.UTF8.GetBytes($$"""{"text":"签收 {{alertId}}","timestamp":"{{DateTimeOffset.UtcNow:O}}","id":"1","type":"message"}"""), signature);
    }

    private IEnumerable<Forged> Encodings()
    {
        var signature = TeamsSignature.Sign(token, _body);
        var text = Encoding.UTF8.GetString(_body);
        yield return Of("byte order mark", [0xEF, 0xBB, 0xBF, .. _body], signature);
        yield return Of("white space before", [(byte)' ', .. _body], signature);
        yield return Of("white space after", [.. _body, (byte)'\n'], signature);
        yield return Of("zero byte after", [.. _body, 0], signature);
        yield return Of("UTF-16", Encoding.Unicode.GetBytes(text), signature);
        yield return Of("UTF-16, big end first", Encoding.BigEndianUnicode.GetBytes(text), signature);
        yield return Of("UTF-32", Encoding.UTF32.GetBytes(text), signature);
        yield return Of("escaped 汉字", Encoding.UTF8.GetBytes(text.Replace("签收", "\\u7b7e\\u6536", StringComparison.Ordinal)), signature);
        yield return Of("gzip", Zip(_body), signature);
        foreach (var coding in new[] { "gzip", "deflate", "br", "gzip, identity" })
        {
            yield return new Forged("coding named, body plain", Send(_body, signature, coding: coding));
            yield return new Forged("coding named, body coded and signed", Send(Zip(_body), TeamsSignature.Sign(token, Zip(_body)), coding: coding));
        }

        foreach (var charset in new[] { "utf-16", "utf-16be", "gb18030", "iso-8859-1" })
        {
            yield return new Forged("another charset named", Send(_body, signature, type: $"application/json; charset={charset}"));
        }
    }

    private IEnumerable<Forged> Senders()
    {
        yield return Of("other team's token", _body, TeamsSignature.Sign(otherToken, _body));
        yield return new Forged("other team's own channel", Send(_body, TeamsSignature.Sign(otherToken, _body), "api/teams/csj"));
        yield return new Forged("other team's channel, our token", Send(_body, TeamsSignature.Sign(token, _body), "api/teams/csj"));
        yield return Of("token's text instead of its bytes", _body, TeamsSignature.Sign(Convert.ToBase64String(Encoding.UTF8.GetBytes(token)), _body));
        yield return Of("empty key", _body, TeamsSignature.Sign("", _body));
        foreach (var route in new[] { "api/teams/nobody", "api/teams/zjj:Token", "api/teams/zjj%3AToken", "api/teams/%20", "api/teams/default" })
        {
            yield return new Forged("route of no team", Send(_body, TeamsSignature.Sign(token, _body), route));
        }
    }

    // Signed with the right token: a message that was kept and sent again later.
    private IEnumerable<Forged> Times()
    {
        foreach (var minutes in new[] { -10.5, -11, -30, -60, -1440, -525_600, 10.5, 11, 60, 1440, 525_600 })
        {
            yield return Signed("old or future time", Body($"签收 {alertId}", DateTimeOffset.UtcNow.AddMinutes(minutes)));
        }

        foreach (var time in new[] { "null", "\"\"", "\"yesterday\"", "0", "true", "\"0001-01-01T00:00:00Z\"" })
        {
            yield return Signed("no time", Encoding.UTF8.GetBytes($$"""{"type":"message","id":"1","timestamp":{{time}},"text":"签收 {{alertId}}"}"""));
        }

        yield return Signed("no time", Encoding.UTF8.GetBytes($$"""{"type":"message","id":"1","text":"签收 {{alertId}}"}"""));
    }

    private IEnumerable<Forged> Methods()
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Options })
        {
            var request = Untouched();
            request.Method = method;
            yield return new Forged($"{method}", request);
        }
    }

    private Forged Signed(string kind, byte[] body) => Of(kind, body, TeamsSignature.Sign(token, body));

    private static Forged Of(string kind, byte[] body, string? header) => new(kind, Send(body, header));

    private static HttpRequestMessage Send(byte[] body, string? header, string route = Route, string type = "application/json", string? coding = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, route) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }

        if (coding is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        }

        return request;
    }

    private static byte[] Body(string text, DateTimeOffset at) => Encoding.UTF8.GetBytes(
        $$"""{"type":"message","id":"1700000000001","timestamp":"{{at:O}}","text":{{JsonSerializer.Serialize(text, Plain)}},"from":{"name":"某人"} }""");

    private static byte[] Zip(byte[] body)
    {
        using var buffer = new MemoryStream();
        using (var zip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            zip.Write(body);
        }

        return buffer.ToArray();
    }
}
