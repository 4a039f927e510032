using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Ack;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify;

public sealed class AckLinksTests
{
    private readonly FakeTimeProvider _time = new(Sample.Noon.AddHours(1));
    private readonly MemoryAlertStore _store = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static AckTicket Ticket => new("A12345678", "zjj", AckTicket.Acknowledge, Sample.Noon.AddDays(7).ToUniversalTime());

    [Fact]
    public void A_token_gives_back_its_ticket_and_is_one_segment_of_an_address()
    {
        var links = Settings.Links(_time);
        var token = links.Create(Ticket);
        Assert.Equal(Ticket, links.Read(token));
        Assert.Matches("^[A-Za-z0-9_.-]+$", token);
    }

    [Fact]
    public void No_altered_token_is_taken()
    {
        var links = Settings.Links(_time);
        var token = links.Create(Ticket);
        for (var at = 0; at < token.Length; at++)
        {
            foreach (var other in "A_z.")
            {
                var altered = token[..at] + other + token[(at + 1)..];
                Assert.True(altered == token || links.Read(altered) is null, altered);
            }

            Assert.Null(links.Read(token[..at]));
        }

        Assert.Null(links.Read(token + "A"));
        Assert.Null(links.Read(null));
        Assert.Null(links.Read("."));
        Assert.Null(links.Read(new string('A', 100_000)));
    }

    [Fact]
    public void Keys_are_changed_by_putting_the_old_one_second()
    {
        var token = Settings.Links(_time).Create(Ticket);
        var changed = Settings.Of(("SentimentWatch:Ack:SigningKeys:0", "another-key-altogether"), ("SentimentWatch:Ack:SigningKeys:1", Settings.Key));
        Assert.Equal(Ticket, Settings.Links(_time, changed).Read(token));
        Assert.NotEqual(token, Settings.Links(_time, changed).Create(Ticket));
        Assert.Null(Settings.Links(_time, Settings.Of(("SentimentWatch:Ack:SigningKeys:0", "another-key-altogether"))).Read(token));
    }

    [Fact]
    public void A_short_key_is_refused_without_showing_it()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new AckKeys(Settings.Of(("SentimentWatch:Ack:SigningKeys:1", "kurz"))));
        Assert.Contains("SentimentWatch__Ack__SigningKeys__1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("kurz", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Showing_changes_nothing_and_a_post_acknowledges_once()
    {
        var (desk, token, id) = await OpenAsync();
        Assert.Equal(AckState.Waiting, (await desk.ShowAsync(token, Ct)).State);
        Assert.Equal(2, _store.LogOf(id).Count);
        Assert.Equal(AckState.Acknowledged, (await desk.AcknowledgeAsync(token, Ct)).State);
        var again = await desk.AcknowledgeAsync(token, Ct);
        Assert.Equal((AckState.Acknowledged, 200), (again.State, again.Status));
        Assert.Contains("无需重复", again.Message, StringComparison.Ordinal);
        Assert.Equal("zjj via link", Assert.Single(_store.LogOf(id), entry => entry.Step == "签收").By);
    }

    [Fact]
    public async Task An_expired_foreign_or_broken_link_shows_no_alert_and_does_nothing()
    {
        var (desk, token, id) = await OpenAsync();
        var links = Settings.Links(_time);
        var foreign = links.Create(new AckTicket(id, "csj", AckTicket.Acknowledge, _time.GetUtcNow().AddDays(1)));
        var unknown = links.Create(new AckTicket("A99999999", "zjj", AckTicket.Acknowledge, _time.GetUtcNow().AddDays(1)));
        var other = links.Create(new AckTicket(id, "zjj", "close", _time.GetUtcNow().AddDays(1)));
        foreach (var (link, status) in new[] { (foreign, 403), (unknown, 404), (other, 404), (token + "x", 404), ("", 404) })
        {
            var view = await desk.AcknowledgeAsync(link, Ct);
            Assert.Equal((status, null), (view.Status, view.Alert));
        }

        _time.Advance(TimeSpan.FromDays(8));
        Assert.Equal(410, (await desk.AcknowledgeAsync(token, Ct)).Status);
        Assert.Equal(2, _store.LogOf(id).Count);
    }

    private async Task<(AckDesk Desk, string Token, string Id)> OpenAsync()
    {
        await new AlertDesk(_store, _store, new AlertRules(), _time, new Names()).HandleAsync([Sample.Judged()], Sample.Part(), Ct);
        var links = Settings.Links(_time);
        var alert = _store.Rows.Values.Single();
        var desk = new AckDesk(links, _store, new AlertActions(_store, _store, new Names(), _time), new Names(), _time);
        return (desk, links.LinkFor(alert)!.Split('/')[^1], alert.Id);
    }
}
