using SentimentWatch.Models.Heads;
using SentimentWatch.Training.Heads;

namespace SentimentWatch.Models.Tests.Heads;

public sealed class CalibrationTests
{
    [Fact]
    public void The_temperature_makes_stated_confidence_true()
    {
        var random = new Random(11);
        // Scores that are five times too sure: the truth is drawn from a fifth of them.
        var rows = Enumerable.Range(0, 20_000).Select(_ =>
        {
            var truth = new float[] { (float)random.NextDouble() * 3, (float)random.NextDouble() * 3 };
            var probabilities = (float[])truth.Clone();
            Softmax.Apply(probabilities, 1f);
            return (Scores: new[] { truth[0] * 5, truth[1] * 5 }, Label: random.NextDouble() < probabilities[0] ? 0 : 1);
        }).ToList();
        Assert.InRange(Calibration.Temperature(rows), 0.18f, 0.22f);
    }

    [Fact]
    public void The_handicap_leaves_no_more_than_the_share()
    {
        var random = new Random(3);
        var scores = Enumerable.Range(0, 1000).Select(_ => Enumerable.Range(0, 5).Select(_ => (float)random.NextDouble()).ToArray()).ToList();
        var handicap = Calibration.Handicap(scores, 3, 0.02);
        Assert.InRange(scores.Count(s => s[3..].Max() - handicap > s[..3].Max()), 1, 20);
    }
}
