using System.Globalization;
using SentimentWatch.Models;
using SentimentWatch.Models.Heads;
using SentimentWatch.Training.Heads;
using SentimentWatch.Training.Report;
using Spectre.Console;

namespace SentimentWatch.Training;

/// <summary>What the verbs do. Each returns the exit code: 0, or 1 after one line on standard error.</summary>
internal static class Commands
{
    /// <summary>Trains, writes the model, measures it and writes its card.</summary>
    public static Task<int> Train(string data, string folder, int seed, string version, string[] only, CancellationToken cancellationToken) => Guarded(() =>
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, ModelFile.FileName);
        var model = only.Length > 0 ? ModelFile.Read(path) : null;
        var corpora = new Corpora(data, seed);
        AnsiConsole.Progress().AutoClear(false).Start(progress =>
        {
            ProgressTask? task = null;
            var trainer = new Trainer(
                corpora, seed,
                name => task = progress.AddTask(name),
                () => task?.Increment(100.0 / Math.Max(1, Labels(task.Description))),
                cancellationToken);
            var vocabulary = model?.Vocabulary ?? trainer.Vocabulary();
            var parts = ModelContent.Required
                .Select(name => model is null || only.Contains(name, StringComparer.Ordinal) ? trainer.Train(name, vocabulary) : TableMaker.FromModel(model, name))
                .ToList();
            var (table, heads) = TableMaker.Make(vocabulary.Count, parts);
            model = new ModelContent(version, vocabulary, table, heads);
        });
        ModelFile.Write(path, model!);
        var evaluation = Evaluation.Of(JudgeModel.Load(folder), data, cancellationToken);
        ConsoleReport.Write(evaluation);
        TrainingCounts.Write(folder, corpora.Counts);
        ModelCard.Write(folder, evaluation, model!, new FileInfo(path).Length);
    });

    /// <summary>Measures a model.</summary>
    public static Task<int> Evaluate(string data, string folder, CancellationToken cancellationToken) =>
        Guarded(() => ConsoleReport.Write(Evaluation.Of(JudgeModel.Load(folder), data, cancellationToken)));

    /// <summary>Measures two models and shows the difference.</summary>
    public static Task<int> Compare(string first, string second, string data, CancellationToken cancellationToken) => Guarded(() =>
        ConsoleReport.WriteDifference(
            Evaluation.Of(JudgeModel.Load(first), data, cancellationToken), Evaluation.Of(JudgeModel.Load(second), data, cancellationToken)));

    private static double Labels(string head) => head switch
    {
        "topic" => Recipes.Topic.Labels.Length,
        "sentiment" => Recipes.Sentiment.Labels.Length,
        "mood" => Recipes.Moods.Labels.Length,
        "function" => Recipes.Function.Labels.Length,
        _ => Recipes.Urgency.Labels.Length,
    };

    private static async Task<int> Guarded(Action work)
    {
        try
        {
            work();
            return 0;
        }
        catch (Exception e) when (e is TrainingException or ModelFileException or IOException)
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{e.Message}"));
            return 1;
        }
    }
}
