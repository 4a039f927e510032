using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Console.Digest;
using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.EndToEnd.Tests.Insights;

/// <summary>The report of an invented policy, from records that came the ordinary way to a page that can be read.</summary>
public sealed class PolicyDeskTests(AzuriteFixture azurite) : IDisposable
{
    private const string Hostile = "<img src=x onerror=alert(1)>";
    private static readonly DateTimeOffset Published = new(2026, 4, 10, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly string[] Before = ["租车新规什么时候出台，押金怎么退", "听说要出租车新规，希望站点多一些", "支持租车新规早点出台"];
    private static readonly string[] After = [$"租车新规把免费骑行时间缩短了一半{Hostile}", "租车新规以后免费骑行时间缩短一半，不合理", "租车新规押金退得太慢，打电话没人接", "租车新规押金退得太慢，等了一个月"];

    private readonly string _district = Directory.CreateTempSubdirectory("district").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_finds_its_records_compares_them_and_quotes_them_harmlessly()
    {
        await using var rig = await StartAsync();
        var desk = rig.Get<PolicyDesk>();
        var before = rig.Transactions;
        var report = await desk.ReportAsync(desk.Find("bicycles")!, null, Ct);

        // One range query a channel; each has one page here.
        Assert.InRange(rig.Transactions - before, 6, 6);
        Assert.Equal((40, 80), (report.Before.Total, report.After.Total));
        Assert.True(report.NegativeChange!.IsClear);
        Assert.True(report.NegativeChange.Low > 0.5);
        Assert.Contains(report.Concerns, concern => concern.Text.Contains("免费骑行时间缩短", StringComparison.Ordinal) && concern.Records == 40);

        var html = Encoding.UTF8.GetString(await rig.Get<PolicyForms>().WriteAsync(report, PolicyFormat.Html));
        Assert.Contains("历城区公共自行车租用办法（试行）", html, StringComparison.Ordinal);
        Assert.Contains("公布前舆情风险", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(await rig.Get<PolicyForms>().WriteAsync(report, PolicyFormat.Json));
        Assert.Equal(80, json.RootElement.GetProperty("after").GetProperty("total").GetInt32());
        var days = Encoding.UTF8.GetString(await rig.Get<PolicyForms>().WriteAsync(report, PolicyFormat.Csv));
        Assert.StartsWith("day,records,negative,hotline,minsheng", days.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_yearly_sheet_is_a_page_too()
    {
        await using var rig = await StartAsync();
        var sheet = await rig.Get<PolicyDesk>().SheetAsync(2026, null, Ct);
        var html = Encoding.UTF8.GetString(await rig.Get<PolicyForms>().WriteAsync(sheet, PolicyFormat.Html));
        Assert.Contains("历城区2026年度政策实施效果评价表", html, StringComparison.Ordinal);
        Assert.Contains("公布后负面占比明显上升", html, StringComparison.Ordinal);
        Assert.Contains("结果运用情况", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => Directory.Delete(_district, recursive: true);

    private async Task<Rig> StartAsync()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Districts", "licheng")))
        {
            File.Copy(file, Path.Combine(_district, Path.GetFileName(file)), overwrite: true);
        }

        await File.WriteAllTextAsync(
            Path.Combine(_district, "policies.json"),
            """[{"code":"bicycles","name":"历城区公共自行车租用办法（试行）","unit":"fgj","publishedOn":"2026-04-10","effectiveOn":"2026-05-01","keywords":["租车新规"],"matters":["公共自行车"]}]""",
            Ct);
        var rig = await Rig.StartAsync(
            azurite,
            services =>
            {
                services.AddDigestPage();
                services.AddSingleton<IRecordJudge, MoodJudge>();
            },
            ("SentimentWatch:District", _district));
        await rig.AcceptAsync(Channels.Hotline, Enumerable.Range(0, 40).Select(n => TestRecords.Submitted(n, body: Before[n % 3], at: Published.AddDays(-1 - n))));
        await rig.AcceptAsync(Channels.Weibo, Enumerable.Range(100, 80).Select(n => TestRecords.Submitted(n, Channels.Weibo, body: After[n % 4], at: Published.AddDays(n % 50))));
        await rig.AcceptAsync(Channels.Minsheng, Enumerable.Range(200, 30).Select(n => TestRecords.Submitted(n, Channels.Minsheng, at: Published.AddDays(n % 30))));
        await rig.DrainAsync();
        return rig;
    }

    /// <summary>What complains of the new rule is negative, the rest neutral.</summary>
    private sealed class MoodJudge : IRecordJudge
    {
        public IReadOnlyList<JudgedRecord> Judge(IReadOnlyList<CitizenRecord> records, CancellationToken cancellationToken) =>
        [
            .. records.Select(record => TestRecords.Judged(record)).Select(judged =>
                judged.Record.Body.Contains("缩短", StringComparison.Ordinal) || judged.Record.Body.Contains("太慢", StringComparison.Ordinal)
                    ? judged
                    : judged with { Verdict = judged.Verdict with { Sentiment = new SentimentVerdict("neutral", 0.1f, 0.8f, 0.1f) } }),
        ];
    }
}
