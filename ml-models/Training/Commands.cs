using System.Globalization;
using SentimentWatch.Models;
using SentimentWatch.Models.Background;
using SentimentWatch.Models.Heads;
using SentimentWatch.Training.Background;
using SentimentWatch.Training.Corpus;
using SentimentWatch.Training.Heads;
using SentimentWatch.Training.Report;
using Spectre.Console;

namespace SentimentWatch.Training;

/// <summary>What the verbs do. Each returns the exit code: 0, or 1 after one line on standard error.</summary>
internal static class Commands
{
    /// <summary>
    /// Trains, measures, and writes the model and its card. A model that does worse than the one in the folder is put beside it
    /// and not in its place, unless <see cref="TrainOptions.Replace"/> says so.
    /// </summary>
    public static Task<int> Train(TrainOptions options, CancellationToken cancellationToken) => Guarded(() =>
    {
        Directory.CreateDirectory(options.Folder);
        var path = Path.Combine(options.Folder, ModelFile.FileName);
        var corpora = new Corpora(options.Data, options.Seed, new Reviews(options.Reviews));
        var (model, trainer) = Build(options, path, corpora, cancellationToken);
        var evaluation = Evaluation.Of(new JudgeModel(model, new JudgeThresholds()), options.Data, cancellationToken);
        evaluation.Take(trainer);
        ConsoleReport.Write(evaluation);
        var before = Previous(path, options.Data, cancellationToken);
        if (before is not null)
        {
            ConsoleReport.WriteDifference(before, evaluation);
        }
        if (before is not null && evaluation.WorseThan(before) is { } reason && !options.Replace)
        {
            ModelFile.Write(path + ".candidate", model);
            throw new TrainingException($"The new model is worse than the one in {options.Folder} ({reason}); it lies in {path}.candidate, and train --replace puts it in place all the same.");
        }
        ModelFile.Write(path, model);
        TrainingCounts.Write(options.Folder, corpora.Counts);
        ModelCard.Write(options.Folder, evaluation, model, new FileInfo(path).Length);
    });

    private static (ModelContent Model, Trainer Trainer) Build(TrainOptions options, string path, Corpora corpora, CancellationToken cancellationToken)
    {
        var old = options.Only.Length > 0 ? ModelFile.Read(path) : null;
        return AnsiConsole.Progress().AutoClear(false).Start(progress =>
        {
            ProgressTask? task = null;
            var trainer = new Trainer(
                corpora, options.Seed,
                name => task = progress.AddTask(name),
                () => task?.Increment(100.0 / Math.Max(1, Labels(task.Description))),
                cancellationToken);
            var vocabulary = old?.Vocabulary ?? trainer.Vocabulary();
            var parts = ModelContent.Required
                .Select(name => old is null || options.Only.Contains(name, StringComparer.Ordinal) ? trainer.Train(name, vocabulary) : TableMaker.FromModel(old, name))
                .ToList();
            var (table, heads) = TableMaker.Make(vocabulary.Count, parts);
            return (new ModelContent(options.Version, vocabulary, table, heads), trainer);
        });
    }

    // A file of an older format cannot be compared and is replaced.
    private static Evaluation? Previous(string path, string data, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return null;
        }
        try
        {
            return Evaluation.Of(JudgeModel.Load(Path.GetDirectoryName(path)!), data, cancellationToken);
        }
        catch (ModelFileException e)
        {
            Console.WriteLine($"not compared with the model before: {e.Message}");
            return null;
        }
    }

    /// <summary>Measures a model.</summary>
    public static Task<int> Evaluate(string data, string folder, CancellationToken cancellationToken) =>
        Guarded(() => ConsoleReport.Write(Evaluation.Of(JudgeModel.Load(folder), data, cancellationToken)));

    /// <summary>Measures two models and shows the difference.</summary>
    public static Task<int> Compare(string first, string second, string data, CancellationToken cancellationToken) => Guarded(() =>
        ConsoleReport.WriteDifference(
            Evaluation.Of(JudgeModel.Load(first), data, cancellationToken), Evaluation.Of(JudgeModel.Load(second), data, cancellationToken)));

    /// <summary>Makes the background table.</summary>
    public static Task<int> Background(string data, string folder) => Guarded(() =>
    {
        var table = BackgroundCounter.Of(data);
        Directory.CreateDirectory(folder);
        table.Write(Path.Combine(folder, BackgroundTable.FileName));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Texts} texts, {table.Count} pairs"));
    });

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
