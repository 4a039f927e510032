using System.Globalization;
using System.Text;

namespace SentimentWatch.EndToEnd.Tests.Cli;

/// <summary>Import, export and digest on the embedded storage, each a process of its own.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sentimentwatch-import-");

    private string Data => _data.FullName;

    [Fact]
    public async Task Records_go_in_once_come_out_again_and_a_second_import_changes_nothing()
    {
        var file = Path.Combine(Data, "records.ndjson");
        await File.WriteAllTextAsync(file, Records(120) + "not a record\n", Encoding.UTF8, TestContext.Current.CancellationToken);

        var first = await CliProcess.RunAsync(Data, null, null, "import", file, "--channel", "minsheng", "--verbose");
        Assert.True(first.Code == 0, first.Error);
        Assert.Contains("in 121, accepted 120, rejected 1", first.Output, StringComparison.Ordinal);
        Assert.Contains("stored 120, updated 0, unchanged 0", first.Output, StringComparison.Ordinal);
        Assert.Contains("records.ndjson line 121: ", first.Output, StringComparison.Ordinal);
        Assert.Contains("per 1,000 records", first.Output, StringComparison.Ordinal);

        var second = await CliProcess.RunAsync(Data, null, null, "import", file, "--channel", "minsheng");
        Assert.True(second.Code == 0, second.Error);
        Assert.Contains("stored 0, updated 0, unchanged 120, alerts 0", second.Output, StringComparison.Ordinal);

        var csv = Path.Combine(Data, "out.csv");
        var export = await CliProcess.RunAsync(Data, null, null, "export", "--from", "2026-03-01", "--to", "2026-03-31", "--format", "csv", "--out", csv);
        Assert.Equal($"exported 120 records to {csv}", export.Output.Trim());
        Assert.Equal(121, (await File.ReadAllLinesAsync(csv, TestContext.Current.CancellationToken)).Length);

        var rescore = await CliProcess.RunAsync(Data, null, null, "rescore", "--from", "2026-03-01", "--to", "2026-03-31", "--channel", "minsheng");
        Assert.True(rescore.Code == 0, rescore.Error);
        Assert.StartsWith("read 120, changed 0", rescore.Output, StringComparison.Ordinal);

        var decided = Path.Combine(Data, "reviews.ndjson");
        var reviews = await CliProcess.RunAsync(Data, null, null, "reviews", "--from", "2026-03-01", "--to", "2026-03-31", "--out", decided);
        Assert.Equal($"exported 0 reviews to {decided}", reviews.Output.Trim());

        var page = Path.Combine(Data, "digest.html");
        var digest = await CliProcess.RunAsync(Data, null, null, "digest", "--date", "2026-03-02", "--format", "html", "--out", page);
        Assert.True(digest.Code == 0, digest.Error);
        Assert.Contains("120", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose() => _data.Delete(recursive: true);

    private static string Records(int count)
    {
        var text = new StringBuilder();
        for (var n = 0; n < count; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""{"channel":"minsheng","sourceId":"I-{{n}}","receivedAt":"2026-03-02T{{n % 24:00}}:10:00+08:00","title":"路灯 {{n}}","body":"第{{n}}号路灯不亮，晚上走路看不清，请尽快修理。"}""").Append('\n');
        }

        return text.ToString();
    }
}
