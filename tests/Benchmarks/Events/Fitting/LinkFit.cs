using System.Globalization;
using System.Text;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Benchmarks.Events.Fitting;

/// <summary>Fits the trees of the link rule and writes them.</summary>
internal static class LinkFit
{
    private const int Seed = 7;
    private const int Trees = 220;
    private const int Leaves = 10;
    private const int LeastInLeaf = 25;
    private const double LearningRate = 0.08;

    // A wrong link unites two matters, a missed one mostly finds another way: links must be likelier than not by so much.
    private const double Margin = 0.4;

    /// <summary>Learns from the stream, from patterns and from the sets named; what is not named stays unseen, to be measured on.</summary>
    public static async Task<int> RunAsync(string data, IReadOnlyList<string> sets, string output, CancellationToken cancellationToken)
    {
        await using var rig = new EventRig();
        var maker = new PairMaker(rig.Tables);
        await AddStreamAsync(maker, rig, data, cancellationToken);
        foreach (var set in sets)
        {
            foreach (var (matter, record) in ToldMatters.Load(EventRig.Folder, set, Seed))
            {
                maker.Add(rig.Mask([record]).Single(), PairSource.Told, matter is null ? [] : [matter], []);
            }
        }

        AddPatterned(maker, rig);
        var pairs = maker.Pairs().ToList();
        WriteLine($"{pairs.Count} pairs, {pairs.Count(p => p.Same)} of them of one matter");
        await File.WriteAllTextAsync(output, Write(pairs, sets), cancellationToken);
        return 0;
    }

    private static async Task AddStreamAsync(PairMaker maker, EventRig rig, string data, CancellationToken cancellationToken)
    {
        var gold = GoldMatters.Load(EventRig.Folder).Matters;
        foreach (var record in await rig.StreamAsync(data, cancellationToken))
        {
            maker.Add(
                record,
                PairSource.Stream,
                [.. gold.Where(m => m.Ids.Contains(record.SourceId, StringComparer.Ordinal)).Select(m => m.Name)],
                [.. gold.Where(m => m.Maybe?.Contains(record.SourceId, StringComparer.Ordinal) == true).Select(m => m.Name)]);
        }
    }

    private static void AddPatterned(PairMaker maker, EventRig rig)
    {
        const int Matters = 140;
        var (texts, random) = (rig.Maker(Seed), new Random(Seed));
        for (var m = 0; m < Matters; m++)
        {
            var matter = texts.Matter(m, texts.AllKinds[m % texts.AllKinds.Count]);
            var start = new DateTimeOffset(2019, 1, 5, 0, 0, 0, TimeSpan.FromHours(8)).AddDays(random.NextDouble() * 150);
            foreach (var record in rig.Mask(texts.Tell(matter, random.Next(5, 51), start, 1 + (random.NextDouble() * 13))))
            {
                maker.Add(record, PairSource.Patterned, [$"patterned {m}"], []);
            }

            for (var other = 0; other < 2; other++)
            {
                if (texts.SamePlaceOtherTrouble(matter, $"{m}-other{other}", start.AddDays(random.NextDouble() * 7)) is { } apart)
                {
                    maker.Add(rig.Mask([apart]).Single(), PairSource.Patterned, [], []);
                }
            }
        }
    }

    private static FastTreeBinaryModelParameters Fit(List<LabelledPair> pairs, out double slope, out double offset)
    {
        var context = new MLContext(Seed);
        var schema = SchemaDefinition.Create(typeof(LabelledPair));
        schema[nameof(LabelledPair.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, LinkRule.Features.Count);
        var model = context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            LabelColumnName = nameof(LabelledPair.Same),
            FeatureColumnName = nameof(LabelledPair.Features),
            ExampleWeightColumnName = nameof(LabelledPair.Weight),
            NumberOfTrees = Trees,
            NumberOfLeaves = Leaves,
            MinimumExampleCountPerLeaf = LeastInLeaf,
            LearningRate = LearningRate,
            Seed = Seed,
            FeatureSelectionSeed = Seed,
            NumberOfThreads = 1,
        }).Fit(context.Data.LoadFromEnumerable(pairs, schema)).Model;
        (slope, offset) = (model.Calibrator.Slope, model.Calibrator.Offset);
        return model.SubModel;
    }

    private static string Write(List<LabelledPair> pairs, IReadOnlyList<string> sets)
    {
        var model = Fit(pairs, out var slope, out var offset);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Trees of the link rule; see LinkTrees for the form. Fitted by the benchmarks' verb events fit on {pairs.Count} pairs: the stream, patterns");
        text.Append(string.Concat(sets.Select(set => ", " + set))).Append(".\n# Features: ");
        text.AppendJoin(' ', LinkRule.Features.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{i} {name}"))).Append('\n');

        // The calibrator's probability is 1 / (1 + e^(slope s + offset)): these are its log odds.
        text.Append(CultureInfo.InvariantCulture, $"{-((slope * model.TrainedTreeEnsemble.Bias) + offset) - Margin:0.0000}\n");
        foreach (var (tree, weight) in model.TrainedTreeEnsemble.Trees.Zip(model.TrainedTreeEnsemble.TreeWeights))
        {
            text.AppendJoin(' ', Nodes(tree, -slope * weight)).Append('\n');
        }

        return text.ToString();
    }

    // Questions first, in their order, then leaves; a child below 0 is the complement of a leaf's number.
    private static IEnumerable<string> Nodes(RegressionTreeBase tree, double scale)
    {
        string Place(int child) => (child >= 0 ? child : tree.NumberOfNodes + ~child).ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < tree.NumberOfNodes; i++)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{tree.NumericalSplitFeatureIndexes[i]}<={tree.NumericalSplitThresholds[i]:0.####}?{Place(tree.LeftChild[i])}:{Place(tree.RightChild[i])}");
        }

        foreach (var value in tree.LeafValues)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{value * scale:0.0000}");
        }
    }
}
