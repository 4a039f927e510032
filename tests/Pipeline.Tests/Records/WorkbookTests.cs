using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Tests.Records;

/// <summary>XLSX inputs.</summary>
public sealed class WorkbookTests
{
    private static readonly object?[] Headings = ["工单编号", "受理时间", "诉求内容"];

    [Fact]
    public async Task Date_serials_are_read_and_ids_stay_text()
    {
        var results = await Inputs.ReadAsync(
            Inputs.Workbook(["区工单明细"], Headings, ["020260301000017", 46082.354166666664, "路灯不亮"], [123456789012L, "2026-03-01 08:30", "井盖丢失"]), RecordFormat.Xlsx);

        Assert.Equal(["020260301000017", "123456789012"], results.Select(result => result.Record?.SourceId));
        Assert.All(results, result => Assert.Equal(new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.FromHours(8)), result.Record?.ReceivedAt));
        Assert.Equal([3, 4], results.Select(result => result.Line));
    }

    [Fact]
    public async Task Deadlines_of_a_hotline_workbook_are_read()
    {
        var result = Assert.Single(await Inputs.ReadAsync(
            Inputs.Workbook(["工单编号", "受理时间", "诉求内容", "区交办办结期限", "市交办办结期限"], ["G1", "2026-03-01 08:30", "路灯不亮", 46086, "2026-03-07 18:00"]), RecordFormat.Xlsx));

        Assert.Equal(new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.FromHours(8)), result.Record?.Handling?.DueAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 7, 18, 0, 0, TimeSpan.FromHours(8)), result.Record?.Handling?.CityDueAt);
    }

    [Fact]
    public async Task An_id_that_a_number_cell_has_shortened_is_rejected()
    {
        var result = Assert.Single(await Inputs.ReadAsync(Inputs.Workbook(Headings, [370112199001011230d, 46082, "路灯不亮"]), RecordFormat.Xlsx));

        Assert.Contains("lost digits", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_bomb_is_refused()
    {
        var bomb = Inputs.Zip("""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""" + new string(' ', 40_000_000) + "</sheetData></worksheet>");
        Assert.True(bomb.Length < 400_000);

        var result = Assert.Single(await Inputs.ReadAsync(bomb, RecordFormat.Xlsx));

        Assert.Contains("unpacks", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_workbook_says_so()
    {
        foreach (var bytes in new[] { "just text"u8.ToArray(), [], [.. "PK\u0003\u0004"u8, 1, 2, 3, 4], Inputs.Workbook(Headings)[..300], Inputs.Zip("<broken") })
        {
            Assert.NotNull(Assert.Single(await Inputs.ReadAsync(bytes, RecordFormat.Xlsx)).Reason);
        }
    }
}
