using CsCheck;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Tests.Insights.Policies;

public sealed class ShareTests
{
    [Theory]
    [InlineData(8, 10, 0.4902, 0.9433)]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(56, 70, 0.6918, 0.8770)]
    [InlineData(0, 0, 0, 1)]
    public void The_interval_is_Wilsons(int part, int whole, double low, double high)
    {
        var share = Share.Of(part, whole);
        Assert.Equal(low, share.Low, 0.0002);
        Assert.Equal(high, share.High, 0.0002);
    }

    // Newcombe 1998, table II: 56/70 against 48/80 gives 0.0524 to 0.3339, 9/10 against 3/10 gives 0.1705 to 0.8090.
    [Theory]
    [InlineData(48, 80, 56, 70, 0.2, 0.0524, 0.3339)]
    [InlineData(3, 10, 9, 10, 0.6, 0.1705, 0.8090)]
    public void The_difference_is_Newcombes(int before, int ofBefore, int after, int ofAfter, double change, double low, double high)
    {
        var found = ShareChange.Of(Share.Of(before, ofBefore), Share.Of(after, ofAfter));
        Assert.Equal(change, found.Value, 0.0002);
        Assert.Equal(low, found.Low, 0.0002);
        Assert.Equal(high, found.High, 0.0002);
        Assert.True(found.IsClear);
    }

    [Fact]
    public void Every_interval_holds_its_share_and_narrows_with_the_sample() =>
        Gen.Select(Gen.Int[1, 400], Gen.Double[0, 1]).Sample((whole, rate) =>
        {
            var part = (int)(whole * rate);
            var (small, large) = (Share.Of(part, whole), Share.Of(part * 10, whole * 10));
            Assert.InRange(small.Value, small.Low, small.High);
            Assert.InRange(small.Low, 0, 1);
            Assert.InRange(small.High, 0, 1);
            Assert.True(large.High - large.Low <= small.High - small.Low);
        });

    [Fact]
    public void Without_a_change_none_is_clear() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[1, 300], Gen.Int[0, 300]).Sample((before, after, part) =>
        {
            var share = Math.Min(part, Math.Min(before, after));
            var change = ShareChange.Of(Share.Of(share, before), Share.Of(share, before));
            Assert.False(change.IsClear);
            Assert.InRange(change.Value, change.Low, change.High);
        });
}
