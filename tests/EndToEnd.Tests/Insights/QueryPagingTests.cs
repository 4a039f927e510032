using System.Text;
using System.Text.Json;
using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.EndToEnd.Tests.Insights;

/// <summary>The lists of <c>/api</c> over tables that hold something.</summary>
public sealed class QueryPagingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Pages_of_records_cover_every_record_once()
    {
        await using var rig = await StartAsync();
        var seen = new List<string>();
        string? continuation = null;
        do
        {
            var reply = await AskAsync(rig, QuerySubject.Records, ("limit", "30"), ("continuation", continuation));
            Assert.Null(reply.Error);
            using var json = JsonDocument.Parse(reply.Content);
            seen.AddRange(json.RootElement.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("channel")}:{item.GetProperty("sourceId")}"));
            continuation = reply.Continuation;
        }
        while (continuation is not null);
        Assert.Equal(100, seen.Count);
        Assert.Equal(100, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("channel", "weibo", 40)]
    [InlineData("q", "编号7。", 2)]
    [InlineData("level", "emergency", 1)]
    [InlineData("status", "closed", 0)]
    public async Task Filters_narrow_the_list(string name, string value, int count)
    {
        await using var rig = await StartAsync();
        var reply = await AskAsync(rig, QuerySubject.Records, (name, value), ("limit", "1000"));
        Assert.Null(reply.Error);
        using var json = JsonDocument.Parse(reply.Content);
        Assert.Equal(count, json.RootElement.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData(QuerySubject.Alerts, "id,level,title")]
    [InlineData(QuerySubject.Events, "eventId,title,level")]
    [InlineData(QuerySubject.Responsiveness, "unit,unitName,alerts")]
    public async Task Every_list_answers_in_csv(QuerySubject subject, string heads)
    {
        await using var rig = await StartAsync();
        await rig.Get<DailyRollup>().RunAsync(TestContext.Current.CancellationToken);
        var reply = await AskAsync(rig, subject, ("format", "csv"));
        Assert.Null(reply.Error);
        var lines = Encoding.UTF8.GetString(reply.Content).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        Assert.StartsWith(heads, lines[0], StringComparison.Ordinal);
        Assert.Equal(subject == QuerySubject.Events ? 1 : 2, Math.Min(2, lines.Length));
    }

    [Fact]
    public async Task Responsiveness_counts_the_records_and_the_alert_that_waits()
    {
        await using var rig = await StartAsync();
        await rig.Get<DailyRollup>().RunAsync(TestContext.Current.CancellationToken);
        rig.Time.Advance(TimeSpan.FromHours(30));
        var reply = await AskAsync(rig, QuerySubject.Responsiveness);
        using var json = JsonDocument.Parse(reply.Content);
        var units = json.RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(100, units.Sum(unit => unit.GetProperty("records").GetInt32()));
        Assert.Equal(1, units.Sum(unit => unit.GetProperty("alerts").GetInt32()));
        Assert.Equal(1, units.Sum(unit => unit.GetProperty("overdue").GetInt32()));
    }

    [Fact]
    public async Task An_export_holds_every_record()
    {
        await using var rig = await StartAsync();
        using var stream = new MemoryStream();
        var day = ShanghaiTime.DayOf(TestRecords.Noon);
        var count = await rig.Get<RecordExporter>().ExportAsync(new RecordFilter(day, day), ExportFormat.Ndjson, stream, null, TestContext.Current.CancellationToken);
        Assert.Equal(100, count);
        Assert.Equal(100, Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n').Length);
    }

    private static Task<QueryReply> AskAsync(Rig rig, QuerySubject subject, params (string Name, string? Value)[] filters) => rig.Get<QueryDesk>().AnswerAsync(
        subject,
        filters.Where(filter => filter.Value is not null).ToDictionary(filter => filter.Name, filter => filter.Value),
        TestContext.Current.CancellationToken);

    private async Task<Rig> StartAsync()
    {
        var rig = await Rig.StartAsync(azurite);
        await rig.AcceptAsync(Channels.Hotline, Enumerable.Range(0, 59).Select(number => TestRecords.Submitted(number)).Append(TestRecords.Submitted(900, body: "幸福里三号楼燃气泄漏")));
        await rig.AcceptAsync(Channels.Weibo, Enumerable.Range(0, 40).Select(number => TestRecords.Submitted(number, Channels.Weibo)));
        await rig.DrainAsync();
        return rig;
    }
}
