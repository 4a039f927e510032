using System.CommandLine;

namespace SentimentWatch.Benchmarks.Judging;

/// <summary>The verbs that measure the judge and the peer written in C#.</summary>
internal static class JudgeCommands
{
    private static readonly string[] TaskNames = [.. JudgeTask.All.Select(t => t.Name)];

    /// <summary>All of them.</summary>
    public static IEnumerable<Command> All()
    {
        var data = new Option<string>("--data") { Description = "folder that holds topic/ and sentiment/", Required = true };
        var folder = new Option<string>("--model") { Description = "folder of the trained model", DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "trained") };
        var only = new Option<string[]>("--task") { Description = "one task; all when left out", DefaultValueFactory = _ => [] };
        only.AcceptOnlyFromAmong(TaskNames);
        var kept = new Option<string?>("--out") { Description = "appends each result to this file, one JSON object a line" };

        var judge = new Command("judge", "quality, speed, allocation, cold start and memory of the shipped model on the test splits") { data, folder, only, kept };
        judge.SetAction((parse, cancel) => JudgeCheck.RunAsync(parse.GetValue(data)!, parse.GetValue(folder)!, parse.GetValue(only)!, parse.GetValue(kept), cancel));
        var cold = new Command("judge-cold", "one cold start: loads the model, judges one record, prints the times") { folder, kept };
        cold.SetAction(parse => JudgeCheck.Cold(parse.GetValue(folder)!, parse.GetValue(kept)));
        return [judge, cold, MlNet(data)];
    }

    private static Command MlNet(Option<string> data)
    {
        var name = new Option<string>("--task") { Description = "the task", Required = true };
        name.AcceptOnlyFromAmong(TaskNames);
        var file = new Option<string>("--model") { Description = "the model file", Required = true };
        var output = new Option<string>("--out") { Description = "appends the result to this file, one JSON object a line", Required = true };

        var train = new Command("train", "trains on the train split") { data, name, file };
        train.SetAction(parse => StockMlNet.Train(parse.GetValue(data)!, Named(parse.GetValue(name)!), parse.GetValue(file)!));
        var score = new Command("score", "measures the test split") { data, name, file, output };
        score.SetAction(parse => StockMlNet.Score(parse.GetValue(data)!, Named(parse.GetValue(name)!), parse.GetValue(file)!, parse.GetValue(output)!));
        var cold = new Command("cold", "one cold start") { file, output };
        cold.SetAction(parse => StockMlNet.Cold(parse.GetValue(file)!, parse.GetValue(output)!));
        return new Command("mlnet", "a peer: stock ML.NET") { train, score, cold };
    }

    private static JudgeTask Named(string name) => JudgeTask.All.Single(t => t.Name == name);
}
