using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Transforms.Text;

namespace SentimentWatch.Benchmarks.Judging;

/// <summary>A peer: ML.NET as its documentation shows it, text featurized by character 1–3-grams, and SDCA maximum entropy.</summary>
internal static class StockMlNet
{
    /// <summary>Chosen on the valid split; the trainer's own choice loses two points of accuracy there.</summary>
    private const float L2 = 1e-6f;

    private const string ColdText = "小区电梯停运三天无人维修 七号楼住着不少老人，电梯坏了三天，物业说没有配件，请有关部门尽快督促修好。";

    /// <summary>Trains on the train split alone.</summary>
    public static void Train(string data, JudgeTask task, string model)
    {
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromEnumerable(task.Read(data, "train").Select(r => new Row { Text = r.Text, Label = r.Label }).ToList());
        var options = new TextFeaturizingEstimator.Options
        {
            WordFeatureExtractor = null,
            CharFeatureExtractor = new WordBagEstimator.Options { NgramLength = 3, UseAllLengths = true, Weighting = NgramExtractingEstimator.WeightingCriteria.TfIdf },
        };
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label")
            .Append(ml.Transforms.Text.FeaturizeText("Features", options, nameof(Row.Text)))
            .AppendCacheCheckpoint(ml)
            .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(l2Regularization: L2))
            .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
        ml.Model.Save(pipeline.Fit(rows), rows.Schema, model);
    }

    /// <summary>Measures the test split.</summary>
    public static void Score(string data, JudgeTask task, string model, string output)
    {
        var ml = new MLContext(seed: 1);
        var loaded = ml.Model.Load(model, out _);
        List<Row> rows = [.. task.Read(data, "test").Select(r => new Row { Text = r.Text })];
        var rate = Meter.RecordsPerSecond(rows.Count, () => Predict(ml, loaded, rows));
        var answers = Predict(ml, loaded, rows);
        ResultJson.Append(output, new TaskResult(answers, rate, new FileInfo(model).Length, Meter.PeakKiB()));
    }

    /// <summary>Loads and judges one text, in a fresh process.</summary>
    public static void Cold(string model, string output)
    {
        var clock = Stopwatch.StartNew();
        var ml = new MLContext(seed: 1);
        _ = Predict(ml, ml.Model.Load(model, out _), [new Row { Text = ColdText }]);
        var load = clock.Elapsed.TotalMilliseconds;
        ResultJson.Append(output, new ColdResult(load, Meter.ProcessAgeMs(), Meter.PeakKiB()));
    }

    private static List<string> Predict(MLContext ml, ITransformer model, List<Row> rows) =>
        [.. ml.Data.CreateEnumerable<Answer>(model.Transform(ml.Data.LoadFromEnumerable(rows)), reuseRowObject: true).Select(a => a.PredictedLabel)];

    private sealed class Row
    {
        public string Text { get; set; } = "";

        public string Label { get; set; } = "";
    }

    private sealed class Answer
    {
        public string PredictedLabel { get; set; } = "";
    }
}
