using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Tests.Records;

/// <summary>NDJSON and JSON arrays.</summary>
public sealed class JsonInputTests
{
    private static string Good(string id) => $$"""{"channel":"hotline","sourceId":"{{id}}","receivedAt":"2026-03-01T08:00:00+08:00","body":"路灯不亮"}""";

    [Fact]
    public async Task The_wire_form_is_read_whole()
    {
        const string Line = """{"channel":"hotline","sourceId":"JN-1","version":2,"receivedAt":"2026-11-22T08:31:05+08:00","occurredAt":"2026-11-22T07:00:00","title":"t","body":"b","place":"王舍人街道","namedUnit":"区住房城乡建设局","kind":"report","sourceUrgency":"紧急","url":null,"reach":{"likes":3,"comments":0,"shares":1,"followers":9},"handling":{"dispatchedAt":null,"dueAt":"2026-11-27","cityDueAt":"2026-11-26T18:00:00+08:00","returnReason":"非本辖区","satisfied":false,"closedAt":"2026-11-23T00:00:00Z"},"callerFields":["13800000000"]}""";

        var record = Assert.Single(await Inputs.ReadAsync(Line, RecordFormat.Ndjson)).Record!;

        Assert.Equal(2, record.Version);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 7, 0, 0, TimeSpan.FromHours(8)), record.OccurredAt);
        Assert.Equal("report", record.Kind);
        Assert.Null(record.Url);
        Assert.Equal(new Reach(3, 0, 1, 9), record.Reach);
        Assert.Equal("非本辖区", record.Handling?.ReturnReason);
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 0, 0, 0, TimeSpan.FromHours(8)), record.Handling?.DueAt);
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 18, 0, 0, TimeSpan.FromHours(8)), record.Handling?.CityDueAt);
        Assert.False(record.Handling?.Satisfied);
        Assert.Equal(["13800000000"], record.CallerFields);
    }

    [Theory]
    [InlineData("""{"channel":"hotline","sourceId":"B1","receivedAt":""", "JSON")]
    [InlineData("not json", "JSON")]
    [InlineData("[1,2]", "object")]
    [InlineData("""{"channel":"telegram","sourceId":"B1","receivedAt":"2026-03-01","body":"x"}""", "channel")]
    [InlineData("""{"channel":"weibo","sourceId":"B1","receivedAt":"2026-03-01","body":"x"}""", "channel")]
    [InlineData("""{"channel":"hotline","receivedAt":"2026-03-01","body":"x"}""", "sourceId")]
    [InlineData("""{"channel":"hotline","sourceId":"B1","receivedAt":"2026-03-01","body":"  "}""", "body")]
    [InlineData("""{"channel":"hotline","sourceId":"B1","receivedAt":"2026-03-01","body":"x","version":"new"}""", "version")]
    [InlineData("""{"channel":"hotline","sourceId":"B1","receivedAt":"2026-03-01","body":"\ud800"}""", "JSON|body")]
    [InlineData("""{"channel":"hotline","sourceId":"G1","receivedAt":"2026-03-01","body":"again"}""", "twice")]
    public async Task A_bad_line_has_a_reason_and_its_neighbours_are_taken(string bad, string reason)
    {
        var results = await Inputs.ReadAsync(string.Join('\n', Good("G1"), bad, "", Good("G2")), RecordFormat.Ndjson);

        Assert.Equal(["G1", "G2"], results.Where(result => result.Record is not null).Select(result => result.Record!.SourceId));
        var rejected = Assert.Single(results, result => result.Record is null);
        Assert.Equal(2, rejected.Line);
        Assert.Matches(reason, rejected.Reason);
    }

    [Theory]
    [InlineData("""{"channel":"hotline","sourceId":"B1",}""")]
    [InlineData("""{"channel":"hotline","sourceId":"B1}""" + "\n")]
    [InlineData("17")]
    public async Task A_broken_element_of_an_array_costs_only_itself(string bad)
    {
        var results = await Inputs.ReadAsync($"[{Good("G1")},\n{bad},\n{Good("G2")}]", RecordFormat.Json);

        Assert.Equal(["G1", "G2"], results.Where(result => result.Record is not null).Select(result => result.Record!.SourceId));
        Assert.Single(results, result => result.Record is null);
    }

    [Fact]
    public async Task An_array_that_breaks_off_gives_what_came_before()
    {
        var results = await Inputs.ReadAsync($"[{Good("G1")},{Good("G2")[..40]}", RecordFormat.Json);

        Assert.Equal("G1", results[0].Record?.SourceId);
        Assert.Contains("JSON", results[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ten_megabyte_field_has_a_reason_and_its_neighbours_are_taken()
    {
        var big = Good("B1").Replace("路灯不亮", new string('x', 10_000_000), StringComparison.Ordinal);
        foreach (var (format, text) in new[] { (RecordFormat.Ndjson, $"{Good("G1")}\n{big}\n{Good("G2")}"), (RecordFormat.Json, $"[{Good("G1")},{big},{Good("G2")}]") })
        {
            var results = await Inputs.ReadAsync(text, format);

            Assert.Equal(["G1", "G2"], results.Where(result => result.Record is not null).Select(result => result.Record!.SourceId));
            Assert.Contains("longer", Assert.Single(results, result => result.Record is null).Reason, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(RecordFormat.Auto)]
    [InlineData(RecordFormat.Json)]
    [InlineData(RecordFormat.Ndjson)]
    public async Task Lines_arrays_and_spread_out_objects_are_told_apart_by_what_is_found(RecordFormat format)
    {
        Assert.Equal(2, (await Inputs.ReadAsync($"{Good("G1")}\n{Good("G2")}\n", format)).Count(result => result.Record is not null));
        Assert.Equal(2, (await Inputs.ReadAsync($" [\n {Good("G1")},\n {Good("G2")}\n]\n", format)).Count(result => result.Record is not null));
        Assert.Equal(1, (await Inputs.ReadAsync(Good("G1").Replace(",", ",\n ", StringComparison.Ordinal).Replace("{", "{\n", StringComparison.Ordinal), format)).Count(result => result.Record is not null));
    }

    [Fact]
    public async Task Records_name_their_own_channel_when_the_input_has_none()
    {
        var results = await Inputs.ReadAsync(Good("G1") + "\n" + Good("G1").Replace("hotline", "weibo", StringComparison.Ordinal), RecordFormat.Ndjson, channel: "");

        Assert.Equal(["hotline", "weibo"], results.Select(result => result.Record?.Channel));
    }
}
