using System.Text;
using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.EndToEnd.Tests.Reviews;

/// <summary>Decided reviews as the training tool reads them.</summary>
public sealed class ReviewExporterTests(AzuriteFixture azurite)
{
    private static readonly DateOnly Day = ShanghaiTime.DayOf(TestRecords.Noon);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_decided_ones_with_their_whole_masked_text_and_null_for_what_was_left_open()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var text = "说不清，我电话13800138000。" + new string('长', 900);
        await rig.AcceptAsync(Channels.Hotline, TestRecords.Submitted(1, body: text), TestRecords.Submitted(2, body: "说不清二"));
        await rig.DrainAsync();
        await rig.Get<ReviewDesk>().DecideAsync(
            new ReviewWish(Day, "hotline:T000001", null, new ReviewLabels("环境保护", null, "routine", null), null, "officer via api"), Ct);

        var lines = await ExportAsync(rig, Day);

        var line = Assert.Single(lines);
        var body = Masker.Mask(text);
        Assert.DoesNotContain("13800138000", line, StringComparison.Ordinal);
        Assert.Equal(
            $$"""{"channel":"hotline","title":"第1件","body":"{{body}}","topic":"环境保护","sentiment":null,"urgency":"routine","function":null,"decidedAt":"2026-11-22T13:00:00+08:00","model":"test.1"}""",
            line);
        Assert.Empty(await ExportAsync(rig, Day.AddDays(1)));
    }

    private static async Task<IReadOnlyList<string>> ExportAsync(Rig rig, DateOnly day)
    {
        using var output = new MemoryStream();
        var count = await rig.Get<ReviewExporter>().ExportAsync(day, day, output, null, Ct);
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(count, lines.Length);
        return lines;
    }
}
