using System.Collections.Concurrent;
using CsCheck;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Tests.Alerts.Lives;

namespace SentimentWatch.Pipeline.Tests.Alerts;

/// <summary>
/// Whatever two writers want at once, legal or not, and wherever their process dies: no illegal state, log and row agree, no accepted step is lost or
/// doubled, and the clocks are those of the state.
/// </summary>
public sealed class RandomLivesTests
{
    private const int Lives = 10_000;

    private static readonly Gen<(LifeStep[] First, LifeStep[] Second, bool Against, int Seed)> Case =
        Gen.Select(LifeStep.Any.Array[0, 9], LifeStep.Any.Array[0, 9], Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true))), Gen.Int);

    [Fact]
    public void Ten_thousand_random_lives_of_two_writers_end_well()
    {
        var steps = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        Case.Sample(
            life =>
            {
                var lived = new Life(new MemoryAlertStore(), new Random(life.Seed), life.Against);
                new Turns(life.Seed).Run(() => lived.LiveAsync(life.First, life.Second));
                LifeChecks.Hold(lived);
                foreach (var entry in lived.Log)
                {
                    steps.AddOrUpdate(entry.Step, 1, (_, count) => count + 1);
                }
            },
            iter: Lives);

        // The lives go everywhere: each step was taken often.
        Assert.All(
            [
                AlertStep.Acknowledged, AlertStep.Returned, AlertStep.Reassigned, AlertStep.Handling, AlertStep.Answered, AlertStep.FollowedUp,
                AlertStep.Reopened, AlertStep.Closed, AlertStep.FalseAlarm, AlertStep.Joined, AlertStep.Reminded, AlertStep.Supervised,
            ],
            step => Assert.True(steps.GetValueOrDefault(step) > 100, $"{step}: {steps.GetValueOrDefault(step)}"));
    }
}
