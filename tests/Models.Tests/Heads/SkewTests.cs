using Microsoft.ML;
using Microsoft.ML.Data;
using SentimentWatch.Models.Features;
using SentimentWatch.Models.Heads;
using SentimentWatch.Models.Text;
using SentimentWatch.Models.Tests.Features;
using SentimentWatch.Training.Corpus;
using SentimentWatch.Training.Heads;

namespace SentimentWatch.Models.Tests.Heads;

/// <summary>Scoring must say what the ML.NET models say that it was made from.</summary>
public sealed class SkewTests
{
    private const int Seed = 5;

    private static readonly HeadRecipe Recipe = new("skew", ["水", "路", "学"]) { Machines = [new(MachineKind.SquaredHinge, 1e-4f, 20)] };

    private static readonly List<Sample> Samples = Build();

    private static readonly Vocabulary Known = TestVocabulary.Of([.. Samples.Select(s => (s.Input.Title, s.Input.Body))]);

    [Fact]
    public void Folded_weights_give_the_probabilities_of_the_ML_NET_models()
    {
        var rows = new RowMaker(Known).Mail(Samples);
        var head = Train(rows);
        var machines = MachineScores(rows);
        for (var i = 0; i < rows.Length; i++)
        {
            AssertClose(machines[i], head.Scores(rows[i]), 1e-4);
        }
    }

    [Fact]
    public void The_fast_path_over_the_shipped_form_gives_them_too()
    {
        var rows = new RowMaker(Known).Mail(Samples);
        var (table, heads) = TableMaker.Make(Known.Count, [new TableMaker.Part(Train(rows), 3, 1f)]);
        var machines = MachineScores(rows);
        var text = new FoldedText();
        var features = new RecordFeatures(Known);
        for (var i = 0; i < rows.Length; i++)
        {
            text.Set(Samples[i].Input.Title, Samples[i].Input.Body);
            features.Scan(text.Units);
            features.Record(text, Samples[i].Input.Channel);
            var (whole, title, scores) = (new float[WeightTable.Columns], new float[WeightTable.Columns], new float[3]);
            table.Sum(features.Text, whole);
            table.Sum(features.Title, title);
            var norms = Norms.Mail(features.Text.Length, features.Title.Length);
            heads["skew"].Scores(whole, norms.First, title, norms.Second, scores);
            // One signed byte a weight: half a percent is what rounding may move.
            AssertClose(machines[i], scores, 5e-3);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights()
    {
        var rows = new RowMaker(Known).Mail(Samples);
        Assert.Equal(Train(rows).Weights, Train(rows).Weights);
    }

    [Fact]
    public void A_table_taken_apart_and_made_again_is_the_same()
    {
        var (table, heads) = TableMaker.Make(Known.Count, [new TableMaker.Part(Train(new RowMaker(Known).Mail(Samples)), 3, 1f)]);
        var again = TableMaker.Make(Known.Count, [TableMaker.FromModel(new ModelContent("1", Known, table, heads), "skew")]);
        for (var f = 0; f < Known.Count; f++)
        {
            for (var c = 3; c < 6; c++)
            {
                var (first, second) = (table.Weight(f, c) * heads["skew"].Scales[c - 3], again.Table.Weight(f, c) * again.Heads["skew"].Scales[c - 3]);
                // A step is at least a thirty-second of a column's root mean square, which is its scale.
                Assert.Equal(first, second, 0.05 * heads["skew"].Scales[c - 3]);
            }
        }
    }

    private static FloatHead Train(SparseRow[] rows) =>
        HeadTrainer.Train(Recipe, rows, Known.Count, Seed, () => { }, TestContext.Current.CancellationToken);

    private static void AssertClose(float[] expected, float[] actual, double tolerance)
    {
        Softmax.Apply(expected = [.. expected], 1f);
        Softmax.Apply(actual = [.. actual], 1f);
        for (var c = 0; c < expected.Length; c++)
        {
            Assert.InRange(Math.Abs(expected[c] - actual[c]), 0, tolerance);
        }
    }

    private static float[][] MachineScores(SparseRow[] rows)
    {
        var (ids, width) = HeadTrainer.DenseIds(Recipe, rows, Known.Count);
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
