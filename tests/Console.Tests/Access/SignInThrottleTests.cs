using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Console.Access;

namespace SentimentWatch.Console.Tests.Access;

public sealed class SignInThrottleTests
{
    [Fact]
    public void Whatever_the_pace_an_address_never_gets_more_wrong_tries_in_a_window_than_its_limit() =>
        Gen.Int[0, 120].Array[1, 60].Sample(pauses =>
        {
            var time = new FakeTimeProvider();
            var throttle = new SignInThrottle(time);
            var tries = new List<DateTimeOffset>();
            foreach (var pause in pauses)
            {
                time.Advance(TimeSpan.FromSeconds(pause));
                if (throttle.Wait("198.51.100.7") is null)
                {
                    tries.Add(time.GetUtcNow());
                    throttle.Failed("198.51.100.7");
                }
            }

            // Two fixed windows may meet, so a sliding one sees at most twice the limit.
            return tries.All(t => tries.Count(u => u >= t && u < t + SignInThrottle.Window) < 2 * SignInThrottle.PerAddress);
        });

    [Fact]
    public void One_address_does_not_shut_out_another()
    {
        var throttle = new SignInThrottle(new FakeTimeProvider());
        for (var i = 0; i < SignInThrottle.PerAddress; i++)
        {
            throttle.Failed("198.51.100.7");
        }

        Assert.NotNull(throttle.Wait("198.51.100.7"));
        Assert.Null(throttle.Wait("198.51.100.8"));
    }

    [Fact]
    public void Guesses_spread_over_many_addresses_are_stopped_too()
    {
        var throttle = new SignInThrottle(new FakeTimeProvider());
        for (var i = 0; i < SignInThrottle.InAll; i++)
        {
            throttle.Failed($"address {i}");
        }

        Assert.NotNull(throttle.Wait("a new address"));
    }
}
