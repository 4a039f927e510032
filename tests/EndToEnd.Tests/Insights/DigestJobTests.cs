using System.Text;
using System.Text.Json;
using SentimentWatch.Console.Digest;
using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.EndToEnd.Tests.Notify;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.EndToEnd.Tests.Insights;

/// <summary>The digest of 08:00, from records in storage to blobs in storage and a card at a webhook.</summary>
public sealed class DigestJobTests(AzuriteFixture azurite)
{
    private const string Hostile = "<img src=x onerror=alert(1)> [点我](https://evil.example) =cmd|'/c calc'!A1";
    private static readonly DateOnly Day = ShanghaiTime.DayOf(TestRecords.Noon);

    [Fact]
    public async Task Run_twice_after_a_Sunday_it_sends_the_card_of_the_day_and_of_the_week_once()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var rig = await StartAsync(receiver);
        await rig.Get<DigestJob>().RunAsync(TestContext.Current.CancellationToken);
        await rig.Get<DigestJob>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, receiver.Bodies.Count);
        Assert.Single(receiver.Bodies, sent => sent.Contains("周报", StringComparison.Ordinal));
        var card = Assert.Single(receiver.Bodies, sent => sent.Contains("日报", StringComparison.Ordinal));
        Assert.InRange(Encoding.UTF8.GetByteCount(card), 1, DigestCard.Limit);
        var key = new DigestKey(DigestPeriod.Day, Day);
        Assert.Equal(card, Encoding.UTF8.GetString((await rig.Get<IDigestStore>().ReadAsync(key, DigestFormat.Card, TestContext.Current.CancellationToken))!));
        Assert.Equal(key, (await rig.Get<IDigestStore>().ListAsync(DigestPeriod.Day, 5, TestContext.Current.CancellationToken))[0]);
        using var json = JsonDocument.Parse(card);
        Assert.Equal("message", json.RootElement.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_card_that_was_not_taken_is_sent_by_the_next_run()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var rig = await StartAsync(receiver);
        receiver.Answer(400);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => rig.Get<DigestJob>().RunAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Receiver.Secret, refused.ToString(), StringComparison.Ordinal);
        await rig.Get<DigestJob>().RunAsync(TestContext.Current.CancellationToken);

        // Refused once, then taken; the week's card comes after the day's.
        Assert.Equal(3, receiver.Bodies.Count);
        await rig.Get<DigestJob>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, receiver.Bodies.Count);
    }

    [Theory]
    [InlineData("html", "text/html; charset=utf-8")]
    [InlineData("md", "text/markdown; charset=utf-8")]
    [InlineData("card", "application/json; charset=utf-8")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    public async Task Every_form_can_be_had_latest_by_date_or_before_any_was_stored(string format, string type)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var rig = await StartAsync(receiver);
        var desk = rig.Get<DigestDesk>();
        Assert.Equal(404, (await desk.ReadAsync("latest", null, format, TestContext.Current.CancellationToken)).Status);
        var made = await desk.ReadAsync(DayText.Iso(Day), "week", format, TestContext.Current.CancellationToken);
        Assert.Equal((200, type), (made.Status, made.ContentType));
        Assert.Empty(await rig.Get<IDigestStore>().ListAsync(null, 5, TestContext.Current.CancellationToken));
        await rig.Get<DigestJob>().RunAsync(TestContext.Current.CancellationToken);
        var latest = await desk.ReadAsync("latest", null, format, TestContext.Current.CancellationToken);
        Assert.Equal((200, type), (latest.Status, latest.ContentType));
        Assert.NotEmpty(latest.Content);
        Assert.Equal(400, (await desk.ReadAsync("yesterday", null, format, TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public async Task Hostile_words_are_shown_as_words_on_the_page()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var rig = await StartAsync(receiver);
        var page = Encoding.UTF8.GetString((await rig.Get<DigestDesk>().ReadAsync(DayText.Iso(Day), "day", "html", TestContext.Current.CancellationToken)).Content);
        Assert.Contains("社情民意日报", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", page.Replace("http-equiv", "", StringComparison.Ordinal).Replace("https://evil.example", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>A rig on the morning after a day with a dozen hostile records.</summary>
    private async Task<Rig> StartAsync(Receiver receiver)
    {
        var rig = await Rig.StartAsync(azurite, services => services.AddDigestPage(), ("SentimentWatch:Notify:Teams:default:Url", receiver.Url));
        await rig.AcceptAsync(Channels.Hotline, Enumerable.Range(0, 12).Select(number => TestRecords.Submitted(number) with { Title = Hostile }));
        await rig.DrainAsync();
        rig.Time.SetUtcNow(TestRecords.Noon.AddHours(20));
        return rig;
    }
}
