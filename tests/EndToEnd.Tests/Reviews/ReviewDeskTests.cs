using Azure.Data.Tables;
using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Reviews;

/// <summary>Doubtful verdicts, and what persons decide on them.</summary>
public sealed class ReviewDeskTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Day = ShanghaiTime.DayOf(TestRecords.Noon);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_is_stored_and_reaches_the_record_and_the_boards()
    {
        await using var rig = await DoubtfulAsync(1);

        var answer = await DecideAsync(rig, "hotline:T000000", new ReviewLabels("环境保护", null, "urgent", "environment"), note: "来电13800138000已核实");

        Assert.Equal(ReviewOutcome.Done, answer.Outcome);
        var review = Assert.Single(await rig.RowsAsync(StorageNames.Review));
        Assert.Equal(("decided", "环境保护", "urgent", "environment", "officer via console"), (
            review.GetString("state"), review.GetString("decidedTopic"), review.GetString("decidedUrgency"), review.GetString("decidedFunction"), review.GetString("decidedBy")));
        Assert.False(review.ContainsKey("decidedSentiment"));
        Assert.DoesNotContain("13800138000", review.GetString("note"), StringComparison.Ordinal);

        var record = Assert.Single(await rig.RowsAsync(StorageNames.Records));
        Assert.Equal(("环境保护", "negative", "urgent", "environment"), (
            record.GetString("topic"), record.GetString("sentiment"), record.GetString("urgency"), record.GetString("function")));
        Assert.Equal("topic,urgency,function", record.GetString("decided"));
        Assert.False(record.GetBoolean("needsReview"));
        Assert.Equal([Day], (await rig.Get<IDirtyDays>().ListAsync(Ct)).Select(mark => mark.Day));
        var stored = await rig.Get<IRecordQuery>().FindAsync(Channels.Hotline, "T000000", TestRecords.Noon, Ct);
        Assert.Equal(["topic", "urgency", "function"], stored!.Decision!.Labels);
    }

    [Fact]
    public async Task Of_two_at_once_one_wins_and_the_other_is_told()
    {
        await using var rig = await DoubtfulAsync(1);
        string[] topics = ["环境保护", "交通运输", "教育文体", "卫生计生"];

        var answers = await Task.WhenAll(topics.Select(topic => DecideAsync(rig, "hotline:T000000", new ReviewLabels(topic, null, null, null))));

        var winner = topics[Array.FindIndex(answers, answer => answer.Outcome == ReviewOutcome.Done)];
        Assert.Equal(3, answers.Count(answer => answer.Outcome == ReviewOutcome.Taken));
        Assert.Equal(winner, Assert.Single(await rig.RowsAsync(StorageNames.Records)).GetString("topic"));
    }

    [Fact]
    public async Task A_row_that_has_changed_since_it_was_shown_is_not_decided()
    {
        await using var rig = await DoubtfulAsync(1);
        var shown = Assert.Single((await OpenAsync(rig)).Items);
        await rig.AcceptAsync(Channels.Hotline, TestRecords.Submitted(0, version: 2, body: "说不清，换个说法"));
        await rig.DrainAsync();

        var answer = await DecideAsync(rig, shown.Key, new ReviewLabels("环境保护", null, null, null), shown.Tag);

        Assert.Equal(ReviewOutcome.Taken, answer.Outcome);
        Assert.Single((await OpenAsync(rig)).Items);
    }

    [Fact]
    public async Task A_decision_that_died_before_it_reached_the_record_does_so_at_the_next_try()
    {
        await using var rig = await DoubtfulAsync(1);
        var board = rig.Get<IReviewBoard>();
        var item = await board.FindAsync(Day, "hotline:T000000", Ct);
        Assert.True(await board.TryDecideAsync(item!, new ReviewDecision(new ReviewLabels("环境保护", null, null, null), null, "officer via api", TestRecords.Noon), Ct));

        Assert.Equal(ReviewOutcome.Taken, (await DecideAsync(rig, "hotline:T000000", new ReviewLabels("环境保护", null, null, null))).Outcome);

        Assert.Equal("环境保护", Assert.Single(await rig.RowsAsync(StorageNames.Records)).GetString("topic"));
    }

    [Theory]
    [InlineData("没有的主题", null, null, null)]
    [InlineData(null, "angry", null, null)]
    [InlineData(null, null, "red", null)]
    [InlineData(null, null, null, "nothing")]
    [InlineData(null, null, null, null)]
    public async Task An_unknown_label_or_none_is_refused(string? topic, string? sentiment, string? urgency, string? function)
    {
        await using var rig = await DoubtfulAsync(1);
        Assert.Equal(ReviewOutcome.Invalid, (await DecideAsync(rig, "hotline:T000000", new ReviewLabels(topic, sentiment, urgency, function))).Outcome);
        Assert.Equal(ReviewOutcome.NotFound, (await DecideAsync(rig, "hotline:/'?none", new ReviewLabels("环境保护", null, null, null))).Outcome);
    }

    [Fact]
    public async Task Open_rows_come_newest_first_by_pages_and_by_day_and_decided_ones_go()
    {
        await using var rig = await DoubtfulAsync(5);
        rig.Time.Advance(TimeSpan.FromDays(1));
        await rig.AcceptAsync(Channels.Weibo, TestRecords.Submitted(9, Channels.Weibo, body: "说不清九"));
        await rig.DrainAsync();
        await DecideAsync(rig, "hotline:T000002", new ReviewLabels(null, "neutral", null, null));

        var seen = new List<string>();
        string? continuation = null;
        do
        {
            var page = await rig.Get<ReviewDesk>().OpenAsync(null, 2, continuation, Ct);
            seen.AddRange(page.Items.Select(item => item.Key));
            continuation = page.Continuation;
        }
        while (continuation is not null);

        Assert.Equal(["weibo:T000009", "hotline:T000000", "hotline:T000001", "hotline:T000003", "hotline:T000004"], seen);
        Assert.Equal(["weibo:T000009"], (await rig.Get<ReviewDesk>().OpenAsync(Day.AddDays(1), 50, null, Ct)).Items.Select(item => item.Key));
        await Assert.ThrowsAsync<FormatException>(() => rig.Get<ReviewDesk>().OpenAsync(null, 2, "damaged", Ct));
    }

    private static Task<Page<ReviewItem>> OpenAsync(Rig rig) => rig.Get<ReviewDesk>().OpenAsync(null, 50, null, Ct);

    private static Task<ReviewAnswer> DecideAsync(Rig rig, string key, ReviewLabels labels, string? tag = null, string? note = null) =>
        rig.Get<ReviewDesk>().DecideAsync(new ReviewWish(Day, key, tag, labels, note, "officer via console"), Ct);

    private async Task<Rig> DoubtfulAsync(int count)
    {
        var rig = await Rig.StartAsync(azurite);
        await rig.AcceptAsync(Channels.Hotline, Enumerable.Range(0, count).Select(number => TestRecords.Submitted(number, body: $"说不清{number}")));
        await rig.DrainAsync();
        return rig;
    }
}
