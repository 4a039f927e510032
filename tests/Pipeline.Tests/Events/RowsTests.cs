using System.IO.Compression;
using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Pipeline.Tests.Events;

/// <summary>The compact row of a batch.</summary>
public sealed class RowsTests
{
    [Fact]
    public void A_row_gives_back_what_was_written()
    {
        List<EventRecord> records = [.. Told.Lift("锦泊花园小区", "a", Told.Start).Select((r, i) => r with { Street = i % 2 == 0 ? "quanfu" : "", Stance = (Stance)(i % 4) })];

        var read = EventRows.Read(EventRows.Write(records));

        Assert.Equal(records.Select(r => r with { ReceivedAt = r.ReceivedAt.ToUniversalTime(), Sketch = null! }), read.Select(r => r with { Sketch = null! }));
        Assert.Equal(records.SelectMany(r => r.Sketch.Terms), read.SelectMany(r => r.Sketch.Terms));
        Assert.Equal(records.SelectMany(r => r.Sketch.Keys), read.SelectMany(r => r.Sketch.Keys));
        Assert.Equal(records.SelectMany(r => r.Sketch.Weights), read.SelectMany(r => r.Sketch.Weights));
    }

    [Fact]
    public void A_row_shows_no_text()
    {
        var row = EventRows.Write(Told.Lift("锦泊花园小区", "a", Told.Start));

        Assert.DoesNotContain("锦泊", System.Text.Encoding.UTF8.GetString(row), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_the_first_version_is_read_and_knows_no_street()
    {
        using var bytes = new MemoryStream();
        bytes.WriteByte(1);
        using (var writer = new BinaryWriter(new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true)))
        {
            writer.Write7BitEncodedInt(1);
            writer.Write("hotline:1");
            writer.Write(Told.Start.UtcTicks);
            writer.Write(7UL);
            writer.Write("hotline");
            writer.Write("zjj");
            writer.Write(0.5f);
            writer.Write((byte)1);
            writer.Write7BitEncodedInt64(300);
            writer.Write((byte)1);
            writer.Write((byte)0);
            writer.Write((byte)1);
            writer.Write(11u);
            writer.Write((byte)255);
            writer.Write(12u);
        }

        var record = Assert.Single(EventRows.Read(bytes.ToArray()));

        Assert.Equal(("hotline:1", Told.Start, "zjj", 300L, "", Stance.None), (record.Key, record.ReceivedAt, record.Lead, record.Reach, record.Street, record.Stance));
        Assert.Equal([11u], record.Sketch.Terms);
    }

    [Fact]
    public void A_damaged_row_is_refused()
    {
        var row = EventRows.Write(Told.Lift("锦泊花园小区", "a", Told.Start));

        Assert.Throws<InvalidDataException>(() => EventRows.Read(row[..(row.Length / 2)]));
        Assert.Throws<InvalidDataException>(() => EventRows.Read([9, .. row.AsSpan(1)]));
        Assert.Throws<InvalidDataException>(() => EventRows.Read([]));
    }
}
