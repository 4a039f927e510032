using System.Text;
using SentimentWatch.Pipeline.Notify.Ack;

namespace SentimentWatch.EndToEnd.Tests.Notify.Forgery;

/// <summary>Alterations of the POST by which the page of a signed link acknowledges.</summary>
internal sealed class LinkForgeries(AckLinks links, AckLinks stranger, AckFormGuard guard, AckFormGuard dayBeforeYesterday, AckTicket ticket)
{
    private readonly string _token = links.Create(ticket);

    /// <summary>The POST as the page's form sends it from a browser.</summary>
    public HttpRequestMessage Untouched()
    {
        var request = Post(_token, guard.Of(_token));
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        return request;
    }

    /// <summary>All alterations.</summary>
    public IEnumerable<Forged> All() => [.. Methods(), .. Tokens(), .. Tickets(), .. Fields(), .. Sites()];

    private IEnumerable<Forged> Methods()
    {
        foreach (var agent in new[] { "Mozilla/5.0", "SafeLinks", "Slackbot-LinkExpanding 1.0", "WeChat", "curl/8" })
        {
            var get = new HttpRequestMessage(HttpMethod.Get, $"ack/{_token}?form={guard.Of(_token)}");
            get.Headers.TryAddWithoutValidation("User-Agent", agent);
            yield return new Forged("GET", get);
        }

        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Options, HttpMethod.Trace })
        {
            var request = method == HttpMethod.Trace ? new HttpRequestMessage(method, $"ack/{_token}") : Untouched();
            request.Method = method;
            yield return new Forged($"{method}", request);
        }

        var overridden = new HttpRequestMessage(HttpMethod.Get, $"ack/{_token}?_method=POST&form={guard.Of(_token)}");
        overridden.Headers.TryAddWithoutValidation("X-HTTP-Method-Override", "POST");
        yield return new Forged("GET", overridden);
    }

    private IEnumerable<Forged> Tokens()
    {
        for (var length = 1; length < _token.Length; length += 5)
        {
            yield return Of("token cut", _token[..length]);
        }

        for (var at = 0; at < _token.Length; at += 3)
        {
            yield return Of("token altered", _token[..at] + (_token[at] == 'A' ? 'B' : 'A') + _token[(at + 1)..]);
        }

        var parts = _token.Split('.');
        foreach (var other in new[] { $"{_token}A", $"{_token}.", $"{_token}.{parts[1]}", $"A{_token}", $"{parts[1]}.{parts[0]}", parts[0], $"{parts[0]}.", $".{parts[1]}", _token.ToUpperInvariant(), $"{parts[0]}=.{parts[1]}=", Uri.EscapeDataString(_token + "\0"), $"{_token}%20" })
        {
            yield return Of("token extended or reordered", other);
        }
    }

    private IEnumerable<Forged> Tickets()
    {
        foreach (var ago in new[] { 1, 60, 86_400, 8_640_000 })
        {
            yield return Of("expired", links.Create(ticket with { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(-ago) }));
        }

        foreach (var unit in new[] { "csj", "wxb", "qzfb", "admin", "system", "" })
        {
            yield return Of("other unit's link", links.Create(ticket with { Unit = unit }));
        }

        foreach (var round in new[] { 0, 1, ticket.Round + 1, ticket.Round + 2, 999 })
        {
            yield return Of("other round's link", links.Create(ticket with { Round = round }));
        }

        foreach (var action in new[] { AckAction.Return, AckAction.Progress, "close", "ACK", "" })
        {
            var token = links.Create(ticket with { Action = action });
            yield return new Forged("other action's link", Post(token, guard.Of(token), ("action", "ack"), ("step", "签收")));
            yield return new Forged("other action's link, our field", Post(token, guard.Of(_token)));
        }

        yield return Of("other key", stranger.Create(ticket));
        yield return Of("other alert's link", links.Create(ticket with { AlertId = "A99999999" }));
    }

    private IEnumerable<Forged> Fields()
    {
        var good = guard.Of(_token);
        var other = links.Create(ticket with { ExpiresAt = ticket.ExpiresAt.AddSeconds(1) });
        foreach (var field in new[] { "", good[..^1], good + "A", "A" + good[1..], good.ToLowerInvariant(), new string('A', 43), _token, guard.Of(other), guard.Of(""), dayBeforeYesterday.Of(_token), $" {good}" })
        {
            yield return new Forged("wrong form field", Post(_token, field));
        }

        yield return new Forged("no form field", new HttpRequestMessage(HttpMethod.Post, $"ack/{_token}"));
        yield return new Forged("no form field", Post(_token, null, ("text", "签收")));
        yield return new Forged("field in the address", new HttpRequestMessage(HttpMethod.Post, $"ack/{_token}?form={good}"));
        yield return Body("field in JSON", $$"""{"form":"{{good}}"}""", "application/json");
        yield return Body("field in text", $"form={good}", "text/plain");
        yield return Body("field in multipart", $"--x\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n{good}\r\n--x--\r\n", "multipart/form-data; boundary=x");
        yield return Body("form too large", $"form={good}&text={new string('x', 40_000)}", "application/x-www-form-urlencoded");
    }

    private IEnumerable<Forged> Sites()
    {
        foreach (var origin in new[] { "https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:1", "https://watch.example.org.evil.example", "http://watch.example.org", "https://sub.watch.example.org", "javascript:0", "file://" })
        {
            var request = Post(_token, guard.Of(_token));
            request.Headers.TryAddWithoutValidation("Origin", origin);
            yield return new Forged("other origin", request);
        }

        foreach (var site in new[] { "cross-site", "same-site", "CROSS-SITE", "x" })
        {
            var request = Post(_token, guard.Of(_token));
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
            yield return new Forged("other site", request);
        }
    }

    private Forged Of(string kind, string token) => new(kind, Post(token, guard.Of(Uri.UnescapeDataString(token))));

    private Forged Body(string kind, string body, string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"ack/{_token}") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return new Forged(kind, request);
    }

    private static HttpRequestMessage Post(string token, string? field, params (string Name, string Value)[] more) => new(HttpMethod.Post, $"ack/{token}")
    {
        Content = new FormUrlEncodedContent([.. field is null ? [] : new[] { KeyValuePair.Create("form", field) }, .. more.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))]),
    };
}
