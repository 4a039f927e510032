using CsCheck;
using SentimentWatch.Pipeline.Notify.Limits;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify.Limits;

public sealed class SendLogTests
{
    private static readonly Gen<SendLog> Logs = Gen.Int[0, 200_000].Array[0, 300].Select(pauses =>
    {
        var (log, now) = (SendLog.Empty, Sample.Noon);
        foreach (var pause in pauses)
        {
            now = now.AddMilliseconds(pause);
            log = log.With(now, Sample.Noon.AddDays(-1));
        }

        return log;
    });

    [Fact]
    public void Bytes_give_back_every_moment() => Logs.Sample(log => Same(log, SendLog.FromBytes(log.ToBytes())));

    [Fact]
    public void A_day_at_the_limit_stays_below_eight_kilobytes()
    {
        var log = SendLog.Empty;
        for (var number = 0; number < 1_800; number++)
        {
            log = log.With(Sample.Noon.AddSeconds(48 * number), Sample.Noon);
        }

        Assert.InRange(log.ToBytes().Length, 1_800, 8_000);
    }

    [Fact]
    public void What_no_window_needs_is_forgotten_and_a_clock_behind_keeps_the_order()
    {
        var log = SendLog.Empty.With(Sample.Noon, Sample.Noon.AddHours(-1)).With(Sample.Noon.AddHours(2), Sample.Noon.AddHours(1)).With(Sample.Noon.AddHours(1), Sample.Noon.AddHours(1));
        Assert.Equal(2, log.Count);
        Assert.Equal(Sample.Noon.AddHours(2), log.Last);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 9, 1, 2, 3, 4, 5, 6, 7, 8 })]
    public void Other_bytes_read_as_empty(byte[]? bytes) => Assert.Equal(0, SendLog.FromBytes(bytes).Count);

    private static bool Same(SendLog left, SendLog right) => left.Count == right.Count && Enumerable.Range(0, left.Count).All(index => left[index] == right[index]);
}
