using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Tests.Records;

/// <summary>What makes a record unfit.</summary>
public sealed class RecordValidatorTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(8));

    private static readonly SubmittedRecord Good = new() { Channel = Channels.Hotline, SourceId = "G1", ReceivedAt = Now, Body = "路灯不亮" };

    [Fact]
    public void A_good_record_has_no_reason() => Assert.Null(RecordValidator.Check(Good, Now));

    [Theory]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("1999-12-31T23:00:00+08:00")]
    [InlineData("2099-01-01T00:00:00Z")]
    [InlineData("2026-11-25T12:00:01+08:00")]
    public void A_time_out_of_bounds_is_refused(string time) =>
        Assert.Contains("receivedAt", RecordValidator.Check(Good with { ReceivedAt = DateTimeOffset.Parse(time) }, Now), StringComparison.Ordinal);

    [Theory]
    [InlineData("2000-01-01T00:00:00+08:00")]
    [InlineData("2026-11-25T12:00:00+08:00")]
    public void A_time_on_the_bound_is_taken(string time) =>
        Assert.Null(RecordValidator.Check(Good with { ReceivedAt = DateTimeOffset.Parse(time) }, Now));

    [Fact]
    public void Each_fault_names_its_field()
    {
        Assert.Contains("channel", RecordValidator.Check(Good with { Channel = "telegram" }, Now), StringComparison.Ordinal);
        Assert.Contains("sourceId", RecordValidator.Check(Good with { SourceId = " " }, Now), StringComparison.Ordinal);
        Assert.Contains("sourceId", RecordValidator.Check(Good with { SourceId = new string('9', 300) }, Now), StringComparison.Ordinal);
        Assert.Contains("body", RecordValidator.Check(Good with { Body = "\n\t " }, Now), StringComparison.Ordinal);
        Assert.Contains("version", RecordValidator.Check(Good with { Version = 0 }, Now), StringComparison.Ordinal);
        Assert.Contains("handling.reply", RecordValidator.Check(Good with { Handling = new Handling { Reply = new string('汉', 90_000) } }, Now), StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_field_is_counted_in_bytes()
    {
        Assert.Null(RecordValidator.Check(Good with { Body = new string('x', RecordValidator.MaxFieldBytes) }, Now));
        Assert.Contains("256 KiB", RecordValidator.Check(Good with { Body = new string('汉', RecordValidator.MaxFieldBytes / 3 + 1) }, Now), StringComparison.Ordinal);
    }
}
