using System.Text;
using System.Text.Json;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Tests.Insights;

public sealed class DigestCardTests
{
    private static readonly Uri Page = new("https://watch.example/console/digests/2026-11-23-day");

    [Fact]
    public void It_is_an_adaptive_card_1_4_in_a_Teams_message()
    {
        using var json = JsonDocument.Parse(DigestCard.Render(Samples.Digest(), Page));
        var attachment = json.RootElement.GetProperty("attachments")[0];
        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.GetProperty("contentType").GetString());
        Assert.Equal("1.4", attachment.GetProperty("content").GetProperty("version").GetString());
        Assert.Equal(Page.AbsoluteUri, attachment.GetProperty("content").GetProperty("actions")[0].GetProperty("url").GetString());
    }

    [Fact]
    public void Without_an_address_it_has_no_action()
    {
        using var json = JsonDocument.Parse(DigestCard.Render(Samples.Digest(), null));
        Assert.False(json.RootElement.GetProperty("attachments")[0].GetProperty("content").TryGetProperty("actions", out _));
    }

    [Fact]
    public void However_much_there_is_it_stays_in_its_limit_and_says_what_was_cut()
    {
        var card = DigestCard.Render(Samples.Digest(alerts: 500, text: new string('长', 4000)), Page);
        Assert.InRange(card.Length, 1, DigestCard.Limit);
        Assert.Contains("另有", Encoding.UTF8.GetString(card), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_is_escaped()
    {
        var card = Encoding.UTF8.GetString(DigestCard.Render(Samples.Digest(), Page));
        Assert.DoesNotContain("[点我]", card, StringComparison.Ordinal);
        Assert.DoesNotContain("**粗**", card, StringComparison.Ordinal);
        Assert.DoesNotContain("{{DATE", card, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', card);
    }
}
