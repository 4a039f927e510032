using CsCheck;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Tests.Alerts.Lives;

namespace SentimentWatch.EndToEnd.Tests.Alerts;

/// <summary>As the test of the same name over the store in memory, on real tables: two writers of one alert at once, and deaths between their writes.</summary>
public sealed class RandomLivesTests(AzuriteFixture azurite)
{
    private const int Rooms = 8;
    private const int LivesARoom = 25;

    private static readonly Gen<(LifeStep[] First, LifeStep[] Second, bool Against, int Seed)> Case =
        Gen.Select(LifeStep.Any.Array[0, 5], LifeStep.Any.Array[0, 5], Gen.Bool, Gen.Int);

    [Fact]
    public Task Two_hundred_random_lives_of_two_writers_end_well_on_tables() =>
        Task.WhenAll(Enumerable.Range(0, Rooms).Select(async _ =>
        {
            await using var room = await AlertRoom.OpenAsync(azurite.NewConfiguration());
            var number = 0;
            await Case.SampleAsync(
                async life =>
                {
                    // A matter of its own for each life, so that one account holds many.
                    var lived = new Life(room.Store, new Random(life.Seed), life.Against, $"第{Interlocked.Increment(ref number)}广场");
                    await lived.LiveAsync(life.First, life.Second);
                    LifeChecks.Hold(lived);
                },
                iter: LivesARoom,
                threads: 1);
        }));
}
