using System.Globalization;
using System.Text.Json;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Intake;

/// <summary>What the intake takes, refuses and queues.</summary>
public sealed class RecordIntakeTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Bad_lines_are_kept_with_their_reasons_and_the_good_ones_beside_them_are_taken()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var good = JsonSerializer.Serialize(TestRecords.Submitted(1), RecordsJson.Wire.SubmittedRecord);
        var empty = JsonSerializer.Serialize(TestRecords.Submitted(2, body: "x"), RecordsJson.Wire.SubmittedRecord).Replace("\"x\"", "\" \"", StringComparison.Ordinal);
        var old = JsonSerializer.Serialize(TestRecords.Submitted(3, at: DateTimeOffset.UnixEpoch.AddDays(1)), RecordsJson.Wire.SubmittedRecord);
        var future = JsonSerializer.Serialize(TestRecords.Submitted(4, at: TestRecords.Noon.AddYears(73)), RecordsJson.Wire.SubmittedRecord);
        var broken = "{\"channel\":\"hotline\", 我的电话13812345678，打不通";
        var last = JsonSerializer.Serialize(TestRecords.Submitted(5), RecordsJson.Wire.SubmittedRecord);
        var receipt = await rig.Get<RecordIntake>().AcceptAsync(
            TestRecords.Text(string.Join('\n', good, broken, empty, good, old, future, last)), RecordFormat.Ndjson, Channels.Hotline, TestContext.Current.CancellationToken);

        Assert.Equal(2, receipt.Accepted);
        Assert.Equal([2, 3, 4, 5, 6], receipt.Rejected.Select(line => line.Line));
        Assert.All(receipt.Rejected, line => Assert.False(string.IsNullOrWhiteSpace(line.Reason)));
        var letters = await rig.RowsAsync(StorageNames.DeadLetters);
        Assert.Equal([2, 3, 4, 5, 6], letters.Select(letter => letter.GetInt32("line")!.Value).Order());
        Assert.All(letters, letter => Assert.DoesNotContain("13812345678", string.Join(' ', letter.Select(column => column.Value)), StringComparison.Ordinal));
        await rig.DrainAsync();
        Assert.Equal(["T000001", "T000005"], (await rig.RowsAsync(StorageNames.Records)).Select(row => row.GetString("sourceId")));
    }

    [Fact]
    public async Task Only_masked_text_reaches_the_storage()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await rig.AcceptAsync(Channels.Hotline, TestRecords.Submitted(1, body: "我的电话是13812345678，请回复") with { CallerFields = ["赵一一", "13987654321"] });
        var part = JsonSerializer.Deserialize(Assert.Single(await rig.WaitingAsync(StorageNames.RecordsQueue)), IntakeJson.Wire.PartMessage)!;
        var record = Assert.Single(PartCodec.Read(await rig.Get<IPartStore>().ReadAsync(part.BatchId, part.Part, TestContext.Current.CancellationToken)));
        Assert.DoesNotContain("13812345678", record.Body, StringComparison.Ordinal);
        Assert.NotNull(record.CallerHash);
    }

    [Fact]
    public async Task What_looks_urgent_travels_inline_on_its_own_lane()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var receipt = await rig.AcceptAsync(
            Channels.Hotline, TestRecords.Submitted(1), TestRecords.Submitted(2, body: "楼道里燃气泄漏，味道很大"), TestRecords.Submitted(3));
        var urgent = JsonSerializer.Deserialize(Assert.Single(await rig.WaitingAsync(StorageNames.UrgentQueue)), IntakeJson.Wire.PartMessage)!;
        var ordinary = JsonSerializer.Deserialize(Assert.Single(await rig.WaitingAsync(StorageNames.RecordsQueue)), IntakeJson.Wire.PartMessage)!;
        Assert.Equal((1, 1, true), (urgent.Part, urgent.Records, urgent.Urgent));
        Assert.NotNull(urgent.Inline);
        Assert.Null(await rig.Get<IPartStore>().ReadAsync(receipt.BatchId, 1, TestContext.Current.CancellationToken));
        Assert.Equal((2, 2, false), (ordinary.Part, ordinary.Records, ordinary.Urgent));
        Assert.Null(ordinary.Inline);
    }

    [Fact]
    public async Task An_emergency_of_last_week_takes_the_ordinary_lane()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await rig.AcceptAsync(Channels.Hotline, TestRecords.Submitted(1, body: "燃气泄漏", at: TestRecords.Noon.AddDays(-7)));
        Assert.Empty(await rig.WaitingAsync(StorageNames.UrgentQueue));
        Assert.Single(await rig.WaitingAsync(StorageNames.RecordsQueue));
    }

    [Fact]
    public async Task An_urgent_part_too_large_for_a_message_goes_into_a_blob()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var random = new Random(1);
        await rig.AcceptAsync(Channels.Hotline, Enumerable.Range(0, 60).Select(number => TestRecords.Submitted(
            number, body: "燃气泄漏" + string.Concat(Enumerable.Range(0, 600).Select(_ => (char)random.Next(0x4e00, 0x9fa0))))));
        var urgent = JsonSerializer.Deserialize(Assert.Single(await rig.WaitingAsync(StorageNames.UrgentQueue)), IntakeJson.Wire.PartMessage)!;
        Assert.Null(urgent.Inline);
        Assert.Equal(60, PartCodec.Read(await rig.Get<IPartStore>().ReadAsync(urgent.BatchId, 1, TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task Parts_hold_at_most_a_thousand_records_and_four_mebibytes()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await rig.AcceptAsync(Channels.Hotline, Enumerable.Range(0, 2_300).Select(number => TestRecords.Submitted(number)));
        await rig.AcceptAsync(Channels.Weibo, Enumerable.Range(0, 30).Select(number => TestRecords.Submitted(number, Channels.Weibo, body: new string('长', 80_000))));
        var parts = (await rig.WaitingAsync(StorageNames.RecordsQueue)).Select(text => JsonSerializer.Deserialize(text, IntakeJson.Wire.PartMessage)!).ToList();
        Assert.Equal([1_000, 1_000, 300, 17, 13], parts.Select(part => part.Records));
    }

    [Fact]
    public async Task An_input_that_is_too_large_says_so()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await using var zeros = new ZeroStream();
        await Assert.ThrowsAsync<InputTooLargeException>(() => rig.Get<RecordIntake>().AcceptAsync(
            zeros, RecordFormat.Ndjson, Channels.Hotline, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Progress_is_told_and_ends_with_the_number_of_lines()
    {
        await using var rig = await Rig.StartAsync(azurite);
        var told = new List<int>();
        var progress = new Told(told);
        await rig.Get<RecordIntake>().AcceptAsync(
            TestRecords.Ndjson(Enumerable.Range(0, 450).Select(number => TestRecords.Submitted(number))),
            RecordFormat.Ndjson, Channels.Hotline, TestContext.Current.CancellationToken, progress);
        Assert.Equal([200, 400, 450], told);
    }

    [Fact]
    public void Batch_ids_sort_by_time()
    {
        var ids = Enumerable.Range(0, 50).Select(n => BatchId.New(TestRecords.Noon.AddMilliseconds(n))).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.True(BatchId.IsValid(id), id.ToString(CultureInfo.InvariantCulture)));
    }

    private sealed class Told(List<int> lines) : IProgress<int>
    {
        public void Report(int value) => lines.Add(value);
    }

    /// <summary>Endless short lines, as a request body without a length.</summary>
    private sealed class ZeroStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            return buffer.Length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
