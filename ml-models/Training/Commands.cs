using System.Globalization;
using SentimentWatch.Models;
using SentimentWatch.Models.Heads;
using SentimentWatch.Training.Report;
using Spectre.Console;

namespace SentimentWatch.Training;

/// <summary>What the verbs do. Each returns the exit code: 0, or 1 after one line on standard error.</summary>
internal static class Commands
{
    private static readonly string[] Heads = ["topic", "sentiment", "function", "urgency"];

    /// <summary>Trains, writes the model, measures it and writes its card.</summary>
    public static Task<int> Train(string data, string folder, int seed, string version, string[] only, CancellationToken cancellationToken) => Guarded(() =>
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, ModelFile.FileName);
        var kept = only.Length > 0 ? ModelFile.Read(path).Heads : new Dictionary<string, LinearHead>(StringComparer.Ordinal);
        var heads = new List<LinearHead>();
        Dictionary<string, int> counts = [];
        AnsiConsole.Progress().AutoClear(false).Start(progress =>
        {
            ProgressTask? task = null;
            var trainer = new Trainer(
                data, seed,
                name => task = progress.AddTask(name),
                () => task?.Increment(100.0 / Math.Max(1, Labels(task.Description))),
                cancellationToken);
            foreach (var name in Heads)
            {
                heads.Add(only.Length == 0 || only.Contains(name, StringComparer.Ordinal) ? trainer.Train(name) : kept[name]);
            }
            counts = trainer.Counts;
        });
        ModelFile.Write(path, version, heads);
        var evaluation = Evaluation.Of(JudgeModel.Load(folder), data, cancellationToken);
        ConsoleReport.Write(evaluation);
        TrainingCounts.Write(folder, counts);
        ModelCard.Write(folder, evaluation, heads, new FileInfo(path).Length);
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
