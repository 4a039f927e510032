using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Pipeline.Tests.Events;

/// <summary>The compact row of a batch.</summary>
public sealed class RowsTests
{
    [Fact]
    public void A_row_gives_back_what_was_written()
    {
        var records = Told.Lift("锦泊花园小区", "a", Told.Start);

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
    public void A_damaged_row_is_refused()
    {
        var row = EventRows.Write(Told.Lift("锦泊花园小区", "a", Told.Start));

        Assert.Throws<InvalidDataException>(() => EventRows.Read(row[..(row.Length / 2)]));
        Assert.Throws<InvalidDataException>(() => EventRows.Read([9, .. row.AsSpan(1)]));
        Assert.Throws<InvalidDataException>(() => EventRows.Read([]));
    }
}
