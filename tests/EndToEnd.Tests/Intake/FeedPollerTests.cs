using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Intake;

/// <summary>HTTP feeds: paging, cursor, ETag, faults.</summary>
public sealed class FeedPollerTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task All_pages_are_taken_and_the_next_poll_asks_only_for_what_is_newer()
    {
        await using var server = await FeedServer.StartAsync();
        server.Records.AddRange(Enumerable.Range(0, 5).Select(number => TestRecords.Submitted(number)));
        await using var rig = await StartAsync(server);
        await PollAsync(rig);
        Assert.Equal(["?page=1", "?page=2", "?page=3"], server.Requests.Select(request => request.Query));
        Assert.All(server.Requests, request => Assert.Equal("feed-secret", request.Key));

        server.Records.Add(TestRecords.Submitted(9));
        await PollAsync(rig);
        Assert.StartsWith("?since=2026-11-22T12%3A00%3A04%2B08%3A00&page=1", server.Requests[3].Query, StringComparison.Ordinal);
        await rig.DrainAsync();
        Assert.Equal(6, (await rig.RowsAsync(StorageNames.Records)).Count);
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_answers_304_and_nothing_is_queued()
    {
        await using var server = await FeedServer.StartAsync();
        server.Records.Add(TestRecords.Submitted(1));
        await using var rig = await StartAsync(server);
        await PollAsync(rig);
        await PollAsync(rig);
        await rig.DrainAsync();
        await PollAsync(rig);
        Assert.Equal([200, 200, 304], server.Requests.Select(request => request.Status));
        Assert.Empty(await rig.WaitingAsync(StorageNames.RecordsQueue));
    }

    [Fact]
    public async Task An_unchanged_answer_without_a_tag_is_not_taken_again()
    {
        await using var server = await FeedServer.StartAsync(tags: false);
        server.Records.Add(TestRecords.Submitted(1));
        server.Records.Add(TestRecords.Submitted(2, body: " "));
        await using var rig = await StartAsync(server, pageSize: 5);
        for (var time = 0; time < 4; time++)
        {
            await PollAsync(rig);
        }

        Assert.Equal(2, (await rig.WaitingAsync(StorageNames.RecordsQueue)).Count);
        Assert.Equal([200, 200, 200, 200], server.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task A_full_first_page_that_has_not_changed_does_not_hide_the_pages_behind_it()
    {
        await using var server = await FeedServer.StartAsync();
        var at = TestRecords.Noon;
        server.Records.AddRange(Enumerable.Range(0, 3).Select(number => TestRecords.Submitted(number, at: at)));
        await using var rig = await StartAsync(server);
        await PollAsync(rig);
        await PollAsync(rig);
        server.Records.Add(TestRecords.Submitted(9, at: at));
        await PollAsync(rig);
        await rig.DrainAsync();
        Assert.Equal(4, (await rig.RowsAsync(StorageNames.Records)).Count);
    }

    [Fact]
    public async Task A_fault_that_passes_is_retried()
    {
        await using var server = await FeedServer.StartAsync();
        server.Records.Add(TestRecords.Submitted(1));
        server.FailNext(500, 503);
        await using var rig = await StartAsync(server);
        await PollAsync(rig);
        Assert.Equal([500, 503, 200], server.Requests.Select(request => request.Status));
        Assert.Null((await CheckpointAsync(rig))!.Error);
    }

    [Fact]
    public async Task A_feed_that_stays_down_is_noted_and_its_cursor_stays()
    {
        await using var server = await FeedServer.StartAsync();
        server.Records.Add(TestRecords.Submitted(1));
        await using var rig = await StartAsync(server);
        await PollAsync(rig);
        var before = await CheckpointAsync(rig);
        server.Records.Add(TestRecords.Submitted(2));
        server.FailNext(500, 500, 500, 500, 500);
        await PollAsync(rig);
        var after = await CheckpointAsync(rig);
        Assert.Equal("the feed answered 500", after!.Error);
        Assert.Equal(before!.Cursor, after.Cursor);
        await PollAsync(rig);
        Assert.Null((await CheckpointAsync(rig))!.Error);
    }

    [Fact]
    public async Task The_cursor_moves_only_when_the_intake_has_taken_every_page()
    {
        await using var server = await FeedServer.StartAsync();
        server.Records.AddRange(Enumerable.Range(0, 4).Select(number => TestRecords.Submitted(number)));
        var sends = 0;
        await using var rig = await StartAsync(server, services => services.AddSingleton<IRecordQueue>(
            sp => new DyingQueue(new RecordQueues(sp.GetRequiredService<StorageClients>(), new SilentBell()), () => ++sends == 2)));
        await Assert.ThrowsAsync<IOException>(() => PollAsync(rig));
        Assert.Null((await CheckpointAsync(rig))?.Cursor);
        await PollAsync(rig);
        Assert.NotNull((await CheckpointAsync(rig))!.Cursor);
        await rig.DrainAsync();
        Assert.Equal(4, (await rig.RowsAsync(StorageNames.Records)).Count);
    }

    [Fact]
    public async Task Only_feeds_of_the_family_are_polled()
    {
        await using var server = await FeedServer.StartAsync();
        await using var rig = await StartAsync(server);
        await rig.Get<FeedPoller>().PollAsync(FeedFamily.Petition, TestContext.Current.CancellationToken);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("http://feeds.example/x", "hotline", "Url")]
    [InlineData("ftp://127.0.0.1/x", "hotline", "Url")]
    [InlineData("https://feeds.example/x", "phone", "Channel")]
    public async Task Wrong_settings_are_named(string url, string channel, string setting)
    {
        await using var rig = await Rig.StartAsync(azurite, null, ("SentimentWatch:Feeds:a:Url", url), ("SentimentWatch:Feeds:a:Channel", channel));
        var fault = Assert.Throws<InvalidOperationException>(() => rig.Get<FeedSettings>().Read());
        Assert.Contains($"SentimentWatch:Feeds:a:{setting}", fault.Message, StringComparison.Ordinal);
    }

    private static Task PollAsync(Rig rig) => rig.Get<FeedPoller>().PollAsync(FeedFamily.Hotline, TestContext.Current.CancellationToken);

    private static Task<Checkpoint?> CheckpointAsync(Rig rig) => rig.Get<ICheckpointStore>().GetAsync("feed-city", TestContext.Current.CancellationToken);

    // The breaker and the retries of a feed go by the clock, which stands still in the rig, so these tests run on the real one.
    private Task<Rig> StartAsync(FeedServer server, Action<IServiceCollection>? change = null, int pageSize = 2) => Rig.StartAsync(
        azurite,
        services =>
        {
            services.AddSingleton(new FeedPipelines(TimeProvider.System));
            change?.Invoke(services);
        },
        ("SentimentWatch:Feeds:city:Channel", "hotline"),
        ("SentimentWatch:Feeds:city:Url", server.Url),
        ("SentimentWatch:Feeds:city:PageParameter", "page"),
        ("SentimentWatch:Feeds:city:PageSize", pageSize.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("SentimentWatch:Feeds:city:Key", "feed-secret"),
        ("SentimentWatch:Feeds:city:RetryDelay", "00:00:00.010"));

    private sealed class DyingQueue(IRecordQueue inner, Func<bool> dies) : IRecordQueue
    {
        public Task SendAsync(PartMessage message, CancellationToken cancellationToken) =>
            dies() ? throw new IOException("died") : inner.SendAsync(message, cancellationToken);
    }
}
