using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Notify.Ack;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify.Ack;

public sealed class AckLinksTests
{
    private readonly FakeTimeProvider _time = new(Sample.Noon.AddHours(1));

    private static AckTicket Ticket => new("A12345678", "zjj", AckAction.Acknowledge, 2, Sample.Noon.AddDays(7).ToUniversalTime());

    [Fact]
    public void A_token_gives_back_its_ticket_and_is_one_segment_of_an_address()
    {
        var links = Settings.Links(_time);
        var token = links.Create(Ticket);
        Assert.Equal(Ticket, links.Read(token));
        Assert.Matches("^[A-Za-z0-9_.-]+$", token);
    }

    [Theory]
    [InlineData("close")]
    [InlineData("")]
    [InlineData("ack|2")]
    public void A_token_for_what_no_link_may_do_is_none(string action)
    {
        var links = Settings.Links(_time);
        Assert.Null(links.Read(links.Create(Ticket with { Action = action })));
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
}
