using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Tests.Records;

/// <summary>The headings under which each channel exports its records.</summary>
public sealed class ExportHeadingsTests
{
    private const string Hotline =
        "工单编号,工单标题,诉求内容,诉求类型,市交办时间,市交办办结期限,区交办时间,区交办办结期限,求助人员,求助号码,性别,事件发生地,诉求详细地址,市交办主办单位,紧急程度,签收时间,办理结果,回复时间,满意度,办结时间\r\n"
        + "JN20260301000017,路灯不亮,\"晚上回家一片漆黑，\n老人不敢出门\",投诉,2026-03-01 08:30:00,2026-03-06 18:00:00,2026/3/1 9:05,2026年3月5日,赵某某,13800000000,女,柳林街道,柳林街道花苑小区3号楼,区城市管理局,一般,2026-03-01 10:00,已更换灯泡,2026-03-03 16:20:00,非常满意,2026-03-04\r\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8 with mark")]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public async Task A_hotline_csv_is_read_in_every_encoding_it_is_exported_in(string encoding)
    {
        var bytes = encoding switch
        {
            "utf-8" => System.Text.Encoding.UTF8.GetBytes(Hotline),
            "GB18030" => Inputs.Gb18030.GetBytes(Hotline),
            "utf-16" => [.. System.Text.Encoding.Unicode.GetPreamble(), .. System.Text.Encoding.Unicode.GetBytes(Hotline)],
            _ => [.. System.Text.Encoding.UTF8.GetPreamble(), .. System.Text.Encoding.UTF8.GetBytes(Hotline)],
        };

        var result = Assert.Single(await Inputs.ReadAsync(bytes, RecordFormat.Csv));

        var record = Assert.IsType<SubmittedRecord>(result.Record);
        Assert.Equal("JN20260301000017", record.SourceId);
        Assert.Equal("路灯不亮", record.Title);
        Assert.Equal("晚上回家一片漆黑，\n老人不敢出门", record.Body);
        Assert.Equal("complaint", record.Kind);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.FromHours(8)), record.ReceivedAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 9, 5, 0, TimeSpan.FromHours(8)), record.Handling?.DispatchedAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 6, 18, 0, 0, TimeSpan.FromHours(8)), record.Handling?.CityDueAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.FromHours(8)), record.Handling?.DueAt);
        Assert.Equal("柳林街道花苑小区3号楼", record.Place);
        Assert.Equal("区城市管理局", record.NamedUnit);
        Assert.Equal("已更换灯泡", record.Handling?.Reply);
        Assert.True(record.Handling?.Satisfied);
        Assert.Equal(["13800000000", "赵某某"], record.CallerFields);
    }

    [Fact]
    public async Task An_order_that_has_come_further_counts_as_a_newer_version()
    {
        const string Headings = "工单编号,诉求内容,市交办时间,签收时间,回复时间\n";
        var early = Assert.Single(await Inputs.ReadAsync(Headings + "G1,井盖丢失,2026-03-01 08:30:00,,\n", RecordFormat.Csv)).Record!;
        var late = Assert.Single(await Inputs.ReadAsync(Headings + "G1,井盖丢失,2026-03-01 08:30:00,2026-03-01 09:00,2026-03-02 09:00\n", RecordFormat.Csv)).Record!;

        Assert.Equal(1, early.Version);
        Assert.Equal(3, late.Version);
    }

    [Fact]
    public async Task A_petition_export_is_read()
    {
        var result = Assert.Single(await Inputs.ReadAsync(
            "信访编号\t信访时间\t信访形式\t信访目的\t问题类别\t标题\t内容\t问题属地\t登记单位\t满意度\n"
            + "XF-2026-0007\t2026年3月5日 14:20\t网上\t求决\t劳动和社会保障_劳动关系_欠薪\t拖欠工资\t工地拖欠三个月工资\t唐冶街道\t区信访局\t不满意\n",
            RecordFormat.Csv,
            Channels.Petition));

        var record = Assert.IsType<SubmittedRecord>(result.Record);
        Assert.Equal("help", record.Kind);
        Assert.Equal("唐冶街道", record.Place);
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 14, 20, 0, TimeSpan.FromHours(8)), record.ReceivedAt);
        Assert.False(record.Handling?.Satisfied);
    }

    [Fact]
    public async Task A_microblog_dump_is_read_with_its_text_counts()
    {
        var result = Assert.Single(await Inputs.ReadAsync(
            """[{"note_id":5012345678901234567,"user_id":"u-77","nickname":"泉城小雨点","gender":"女","profile_url":"https://example.invalid/u/77","content":"洪家楼又堵死了","create_time":1772614800,"liked_count":"1.2万","comments_count":"3,210","shared_count":"转发","note_url":"https://example.invalid/n/1"}]""",
            RecordFormat.Json,
            Channels.Weibo));

        var record = Assert.IsType<SubmittedRecord>(result.Record);
        Assert.Equal("5012345678901234567", record.SourceId);
        Assert.Equal(new Reach(12_000, 3_210, 0, 0), record.Reach);
        Assert.Equal(["u-77", "泉城小雨点"], record.CallerFields);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1772614800), record.ReceivedAt);
    }

    [Fact]
    public async Task Plain_english_headings_are_read()
    {
        var result = Assert.Single(await Inputs.ReadAsync(
            "id,received_at,user,title,detail,against,for\n77,2026-03-01T10:00:00+08:00,A01,标题,\"\n\t\t内容\n\",2,5\n", RecordFormat.Csv, Channels.Minsheng));

        Assert.Equal("内容", result.Record?.Body);
        Assert.Equal(5, result.Record?.Reach?.Likes);
        Assert.Equal(["A01"], result.Record?.CallerFields);
    }

    [Fact]
    public async Task A_title_row_above_the_headings_is_passed_over()
    {
        var result = Assert.Single(await Inputs.ReadAsync("历城区工单明细,,\n导出时间：2026-03-02,,\n工单编号,诉求内容,受理时间\nG1,井盖丢失,2026-03-01\n", RecordFormat.Csv));

        Assert.Equal(4, result.Line);
        Assert.Equal("G1", result.Record?.SourceId);
    }

    [Fact]
    public async Task An_input_without_known_headings_says_what_was_expected()
    {
        var result = Assert.Single(await Inputs.ReadAsync("甲,乙\n1,2\n", RecordFormat.Csv));

        Assert.Contains("工单编号", result.Reason, StringComparison.Ordinal);
    }
}
