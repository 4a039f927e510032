using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Limits;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify.Limits;

public sealed class SendLimitsTests
{
    private static readonly SendLimits Teams = new NotifyRig().Rules.LimitsOf("teams.zjj");

    [Fact]
    public void Any_interleaving_of_two_instances_with_clocks_apart_keeps_to_every_window()
    {
        var step = Gen.Select(Gen.Int[0, 1], Gen.Bool, Gen.OneOf(Gen.Int[0, 200], Gen.Int[0, 3_000], Gen.Int[0, 600_000]), Gen.Int[0, 1]);
        Gen.Select(step.Array[1, 400], Gen.Int[-1_000, 1_000]).Sample((steps, apart) =>
        {
            var channels = new MemoryChannels();
            var rules = new NotifyRig().Rules;
            FakeTimeProvider[] clocks = [new(Sample.Noon), new(Sample.Noon.AddMilliseconds(apart))];
            ChannelGate[] gates = [.. clocks.Select(clock => new ChannelGate(channels, new NoQueue(), rules, clock))];
            List<(DateTimeOffset At, bool Urgent)> sent = [];
            foreach (var (who, urgent, pause, more) in steps)
            {
                foreach (var clock in clocks)
                {
                    clock.Advance(TimeSpan.FromMilliseconds(pause));
                }

                for (var tries = 0; tries <= more * 6; tries++)
                {
                    if (gates[who].TakeAsync("teams.zjj", urgent, TimeSpan.Zero, CancellationToken.None).GetAwaiter().GetResult() is null)
                    {
                        sent.Add((clocks[0].GetUtcNow(), urgent));
                    }
                }
            }

            return Teams.Windows.All(window => KeepsTo(sent, window));
        }, iter: 300);
    }

    [Fact]
    public void A_storm_of_blue_leaves_red_its_share_in_every_window()
    {
        var (sent, now) = (SendLog.Empty, Sample.Noon);
        var ordinary = 0;
        for (var second = 0; second < 3_600; second++, now = now.AddSeconds(1))
        {
            while (Teams.FreeAt(sent, now, urgent: false) <= now)
            {
                sent = sent.With(now, now.AddDays(-2));
                ordinary++;
            }
        }

        Assert.Equal(80, ordinary);
        Assert.Equal(20, Teams.Spare(sent, now, urgent: true));
        Assert.Equal(0, Teams.Spare(sent, now, urgent: false));
        Assert.Equal(now, Teams.FreeAt(sent, now, urgent: true));
    }

    [Fact]
    public void A_pause_that_the_receiver_asks_for_holds_for_all()
    {
        var state = ChannelState.New.WithBlock(Sample.Noon.AddSeconds(20)).WithBlock(Sample.Noon.AddSeconds(5));
        Assert.Equal(Sample.Noon.AddSeconds(20), state.FreeAt(Teams, Sample.Noon, urgent: true));
        Assert.Equal(Sample.Noon.AddSeconds(21), state.FreeAt(Teams, Sample.Noon.AddSeconds(21), urgent: true));
    }

    [Fact]
    public void A_way_without_limits_is_always_free() =>
        Assert.Equal((Sample.Noon, int.MaxValue), (SendLimits.None.FreeAt(SendLog.Empty, Sample.Noon, false), SendLimits.None.Spare(SendLog.Empty, Sample.Noon, false)));

    // What two clocks are apart is made good by the second by which every window is longer.
    private static bool KeepsTo(List<(DateTimeOffset At, bool Urgent)> sent, SendWindow window)
    {
        for (int first = 0, last = 0; last < sent.Count; last++)
        {
            while (sent[last].At - sent[first].At >= window.Length)
            {
                first++;
            }

            if (last - first + 1 > window.Most)
            {
                return false;
            }
        }

        return true;
    }

    private sealed class NoQueue : INotifyQueue
    {
        public Task EnqueueAsync(NotifyMessage message, TimeSpan delay, CancellationToken cancellationToken) => throw new InvalidOperationException("No flush is needed here.");
    }
}
