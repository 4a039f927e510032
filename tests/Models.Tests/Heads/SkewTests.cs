using Microsoft.ML;
using Microsoft.ML.Data;
using SentimentWatch.Models.Features;
using SentimentWatch.Models.Heads;
using SentimentWatch.Models.Text;
using SentimentWatch.Training.Corpus;
using SentimentWatch.Training.Heads;

namespace SentimentWatch.Models.Tests.Heads;

/// <summary>Scoring must say what the ML.NET models say that it was made from.</summary>
public sealed class SkewTests
{
    private const int Seed = 5;

    private static readonly HeadRecipe Recipe = new("skew", ["水", "路", "学"], 14, [1f, 1f, 0.5f, 0f])
    {
        NaiveBayesPower = 0.5f,
        MinimumTexts = 2,
        Machines = [new(MachineKind.Logistic, 1e-4f, 20)],
    };

    private static readonly List<Sample> Samples = Build();

    [Fact]
    public void Folded_weights_give_the_probabilities_of_the_ML_NET_models()
    {
        var rows = SparseSet.OfRecords(Samples, Recipe);
        var head = HeadTrainer.Train(Recipe, rows, Seed, () => { }, TestContext.Current.CancellationToken);
        var scores = MachineScores(rows);
        for (var i = 0; i < rows.Length; i++)
        {
            var expected = new float[3];
            LinearHead.Softmax(scores[i], expected);
            var actual = head.Probabilities(rows[i], 1f);
            for (var c = 0; c < 3; c++)
            {
                Assert.InRange(Math.Abs(expected[c] - actual[c]), 0, 1e-4);
            }
        }
    }

    [Fact]
    public void Quantizing_moves_no_probability_by_more_than_two_percent()
    {
        var rows = SparseSet.OfRecords(Samples, Recipe);
        var head = HeadTrainer.Train(Recipe, rows, Seed, () => { }, TestContext.Current.CancellationToken);
        var quantized = head.Quantize(1f);
        var text = new FoldedText();
        var bag = new FeatureBag();
        var actual = new float[3];
        for (var i = 0; i < rows.Length; i++)
        {
            text.Set(Samples[i].Input.Title, Samples[i].Input.Body);
            Featurizer.Record(text, Samples[i].Input.Channel, bag);
            quantized.Score(bag, actual);
            var expected = head.Probabilities(rows[i], 1f);
            for (var c = 0; c < 3; c++)
            {
                Assert.InRange(Math.Abs(expected[c] - actual[c]), 0, 0.02);
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights()
    {
        var rows = SparseSet.OfRecords(Samples, Recipe);
        var first = HeadTrainer.Train(Recipe, rows, Seed, () => { }, TestContext.Current.CancellationToken);
        var second = HeadTrainer.Train(Recipe, rows, Seed, () => { }, TestContext.Current.CancellationToken);
        Assert.Equal(first.Weights, second.Weights);
    }

    private static float[][] MachineScores(SparseRow[] rows)
    {
        var (ids, width) = HeadTrainer.DenseIds(Recipe, rows);
        var scores = rows.Select(_ => new float[3]).ToArray();
        for (var label = 0; label < 3; label++)
        {
            var context = new MLContext(Seed);
            var scale = HeadTrainer.NaiveBayesScale(Recipe, rows, label, ids, width);
            var view = BinaryMachine.View(context, HeadTrainer.Examples(rows, label, ids, width, scale), width);
            var transformer = BinaryMachine.Train(context, view, Recipe.Machines[0]).Transformer;
            var column = transformer.Transform(view).GetColumn<float>("Score").ToArray();
            for (var i = 0; i < rows.Length; i++)
            {
                scores[i][label] = column[i];
            }
        }
        return scores;
    }

    private static List<Sample> Build()
    {
        string[][] parts =
        [
            ["停水了", "水管漏水", "自来水发黄", "没有水用", "水压太低"],
            ["路面坏了", "修路太慢", "道路积灰", "路灯不亮", "公路堵车"],
            ["学校补课", "学区划分", "小学招生", "老师收费", "学费上涨"],
        ];
        return [.. Enumerable.Range(0, 90).Select(i => new Sample(
            "t", new JudgeInput(parts[i % 3][i / 3 % 5], parts[i % 3][i / 5 % 5] + "，请处理第" + i, "hotline"), i % 3))];
    }
}
