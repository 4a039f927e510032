using System.Text;
using System.Text.Json;
using Parquet;
using SentimentWatch.Pipeline.Insights;
using Sylvan.Data.Csv;

namespace SentimentWatch.Pipeline.Tests.Insights;

public sealed class RecordExporterTests
{
    private static readonly RecordFilter All = new(Samples.Day, Samples.Day);

    [Fact]
    public async Task Csv_has_a_line_a_record_and_its_text_survives()
    {
        var (count, bytes) = await ExportAsync(ExportFormat.Csv);
        Assert.Equal(2, count);
        using var reader = await CsvDataReader.CreateAsync(new StreamReader(new MemoryStream(bytes)), cancel: TestContext.Current.CancellationToken);
        var bodies = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            bodies.Add(reader.GetString(reader.GetOrdinal("body")));
        }

        Assert.Equal(["第一行\n\"第二行\", 完", "'" + "=1+1"], bodies);
    }

    [Fact]
    public async Task Ndjson_is_one_object_a_line()
    {
        var (_, bytes) = await ExportAsync(ExportFormat.Ndjson);
        var lines = Encoding.UTF8.GetString(bytes).TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        using var json = JsonDocument.Parse(lines[0]);
        Assert.Equal("第一行\n\"第二行\", 完", json.RootElement.GetProperty("body").GetString());
        Assert.Equal("zjj名", json.RootElement.GetProperty("leadName").GetString());
    }

    [Fact]
    public async Task Parquet_reads_back()
    {
        var (count, bytes) = await ExportAsync(ExportFormat.Parquet);
        Assert.Equal(2, count);
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(bytes), cancellationToken: TestContext.Current.CancellationToken);
        using var group = reader.OpenRowGroupReader(0);
        var bodies = new string?[2];
        await group.ReadAsync(reader.Schema.FindDataField("body"), bodies.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        var times = new DateTime?[2];
        await group.ReadAsync(reader.Schema.FindDataField("receivedAt"), times.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["第一行\n\"第二行\", 完", "=1+1"], bodies);
        Assert.Equal(Samples.At(8).UtcDateTime, times[0]);
    }

    [Fact]
    public async Task The_deadlines_of_the_source_are_columns()
    {
        var stored = Samples.Stored("A1");
        stored = stored with { Record = stored.Record with { Handling = new Pipeline.Records.Handling { DueAt = Samples.At(18), CityDueAt = Samples.At(17), ExtendedTo = Samples.At(20) } } };
        using var stream = new MemoryStream();
        await new RecordExporter(new MemoryRecords(stored), new CodeNames()).ExportAsync(All, ExportFormat.Csv, stream, null, TestContext.Current.CancellationToken);
        using var reader = await CsvDataReader.CreateAsync(new StreamReader(new MemoryStream(stream.ToArray())), cancel: TestContext.Current.CancellationToken);
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ["2026-11-23T18:00:00+08:00", "2026-11-23T17:00:00+08:00", "2026-11-23T20:00:00+08:00"],
            new[] { "dueAt", "cityDueAt", "extendedTo" }.Select(name => reader.GetString(reader.GetOrdinal(name))));
    }

    [Fact]
    public async Task Parquet_can_be_piped()
    {
        await using var pipe = new System.IO.Compression.GZipStream(new MemoryStream(), System.IO.Compression.CompressionMode.Compress);
        var exporter = new RecordExporter(new MemoryRecords(Samples.Stored("A1")), new CodeNames());
        Assert.Equal(1, await exporter.ExportAsync(All, ExportFormat.Parquet, pipe, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Parquet_has_the_columns_of_the_csv() => Assert.Equal(RecordLine.Columns.Names, ParquetRecords.Names);

    [Fact]
    public void Every_property_of_a_line_is_a_column() => Assert.Equal(
        typeof(RecordLine).GetProperties().Where(property => !property.GetMethod!.IsStatic).Select(property => property.Name),
        RecordLine.Columns.Names,
        StringComparer.OrdinalIgnoreCase);

    private static async Task<(long Count, byte[] Bytes)> ExportAsync(ExportFormat format)
    {
        using var stream = new MemoryStream();
        var exporter = new RecordExporter(new MemoryRecords(Samples.Stored("A1", "第一行\n\"第二行\", 完"), Samples.Stored("A2", "=1+1")), new CodeNames());
        var count = await exporter.ExportAsync(All, format, stream, null, TestContext.Current.CancellationToken);
        return (count, stream.ToArray());
    }
}
