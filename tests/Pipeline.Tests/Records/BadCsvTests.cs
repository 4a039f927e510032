using System.Text;
using CsCheck;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Records.Reading;

namespace SentimentWatch.Pipeline.Tests.Records;

/// <summary>A bad row costs itself; the rows beside it are taken.</summary>
public sealed class BadCsvTests
{
    private const string Headings = "工单编号,受理时间,诉求内容\n";

    private static string Good(string id) => $"{id},2026-03-01 08:00,路灯不亮\n";

    [Theory]
    [InlineData("B1,2026-03-01,\"没有收尾的引号\n", "not closed|misplaced")]
    [InlineData("B1,2026-03-01,\"引号\"错了\"\n", "misplaced")]
    [InlineData("B1,2026-03-01,逗号,太多\n", "headings")]
    [InlineData(",2026-03-01,没有编号\n", "sourceId")]
    [InlineData("B1,2026-03-01,\n", "body")]
    [InlineData("B1,昨天,井盖丢失\n", "receivedAt")]
    [InlineData("B1,,井盖丢失\n", "receivedAt")]
    [InlineData("G1,2026-03-01 08:00,路灯不亮\n", "twice")]
    [InlineData("3.70112E+17,2026-03-01,井盖丢失\n", "lost digits")]
    public async Task A_bad_row_has_a_reason_and_its_neighbours_are_taken(string bad, string reason)
    {
        var results = await Inputs.ReadAsync(Headings + Good("G1") + bad + Good("G2") + Good("G3"), RecordFormat.Csv);

        Assert.Equal(["G1", "G2", "G3"], results.Where(result => result.Record is not null).Select(result => result.Record!.SourceId));
        var rejected = Assert.Single(results, result => result.Record is null);
        Assert.Equal(3, rejected.Line);
        Assert.Matches(reason, rejected.Reason);
    }

    [Theory]
    [InlineData(10_000_000)]
    [InlineData(400_000)]
    [InlineData(300_000)]
    public async Task An_overlong_field_has_a_reason_and_its_neighbours_are_taken(int length)
    {
        var results = await Inputs.ReadAsync(Headings + Good("G1") + "B1,2026-03-01,\"" + new string('x', length) + "\"\n" + Good("G2"), RecordFormat.Csv);

        Assert.Equal(["G1", "G2"], results.Where(result => result.Record is not null).Select(result => result.Record!.SourceId));
        var rejected = Assert.Single(results, result => result.Record is null);
        Assert.Matches("larger|longer", rejected.Reason);
        Assert.True(rejected.Text!.Length <= 2_000);
    }

    [Fact]
    public async Task One_row_in_another_encoding_does_not_spoil_the_rest()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Headings + Good("G1")), .. Inputs.Gb18030.GetBytes("B1,2026-03-01,错误的编码\n"), .. Encoding.UTF8.GetBytes(Good("G2"))];

        var results = await Inputs.ReadAsync(bytes, RecordFormat.Csv);

        Assert.Equal(["G1", "G2"], results.Where(result => result.Record is not null).Select(result => result.Record!.SourceId));
        Assert.Contains("UTF-8", Assert.Single(results, result => result.Record is null).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citizens_own_replacement_character_is_no_fault()
    {
        var result = Assert.Single(await Inputs.ReadAsync(Headings + "G1,2026-03-01,表情\uFFFD丢了\n", RecordFormat.Csv));

        Assert.NotNull(result.Record);
    }

    [Fact]
    public async Task Broken_rows_do_not_name_the_caller_either()
    {
        var result = Assert.Single(await Inputs.ReadAsync("工单编号,求助人员,求助号码,受理时间,诉求内容\nB1,钱小某,13800000001,2026-03-01,\"没有\"收尾\n", RecordFormat.Csv));

        Assert.Contains("没有", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("钱小某", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000001", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_rows_do_not_name_the_caller()
    {
        var result = Assert.Single(await Inputs.ReadAsync("工单编号,受理时间,诉求内容,求助人员\nB1,昨天,井盖丢失,钱某某\n", RecordFormat.Csv));

        Assert.Contains("井盖丢失", result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("钱某某", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_written_with_quotes_come_back_whole() =>
        Gen.String[Gen.Char["a,\"\r\n 汉\t"], 0, 8].Array[1, 6].Array[1, 8].Sample(rows =>
        {
            var text = string.Concat(rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));
            using var reader = new StringReader("a,b\n" + text);
            var parsed = new CsvRows(reader);
            Assert.Equal(["a", "b"], parsed.ReadAsync(CancellationToken.None).AsTask().Result?.Cells);
            foreach (var row in rows)
            {
                var task = parsed.ReadAsync(CancellationToken.None).AsTask();
                Assert.True(task.IsCompletedSuccessfully);
                Assert.Equal(row, task.Result?.Cells);
            }

            Assert.Null(parsed.ReadAsync(CancellationToken.None).AsTask().Result);
        });
}
