using System.CommandLine;
using SentimentWatch.Benchmarks.Events.Fitting;

namespace SentimentWatch.Benchmarks.Events;

/// <summary>The verb <c>events</c>: what the event room finds, and what it costs.</summary>
internal static class EventCommands
{
    /// <summary>The verb with its parts.</summary>
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "folder that holds stream/", DefaultValueFactory = _ => "../shared/data" };
        var count = new Option<int>("--count") { Description = "invented matters", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = "the same seed invents the same", DefaultValueFactory = _ => 7 };
        var sizes = new Option<int[]>("--sizes") { Description = "records in the window", DefaultValueFactory = _ => [10_000, 100_000, 1_000_000], AllowMultipleArgumentsPerToken = true };

        var stream = new Command("stream", "the stream against the matters that a reader marked in it") { data };
        stream.SetAction((parse, cancel) => StreamCheck.RunAsync(parse.GetValue(data)!, cancel));
        var bursts = new Command("bursts", "invented matters of 5 to 50 records among the stream") { data, count, seed };
        bursts.SetAction((parse, cancel) => BurstCheck.RunAsync(parse.GetValue(data)!, parse.GetValue(count), parse.GetValue(seed), cancel));
        var registers = new Command("registers", "invented matters told once in each of six registers") { data, count, seed };
        registers.SetAction((parse, cancel) => BurstCheck.RegistersAsync(parse.GetValue(data)!, parse.GetValue(count), parse.GetValue(seed), cancel));
        var cost = new Command("cost", "time and memory a record with more and more records in the window") { sizes, seed };
        var rows = new Option<string>("--rows") { Description = "file that takes the rows of the last size, for `events open`" };
        cost.Options.Add(rows);
        cost.SetAction((parse, cancel) => CostCheck.RunAsync(parse.GetValue(sizes)!, parse.GetValue(seed), parse.GetValue(rows), cancel));
        var few = new Option<int>("--count") { Description = "invented matters", DefaultValueFactory = _ => 60 };
        var instances = new Command("instances", "two instances, batches shuffled, work cut off at random, beside an undisturbed one") { few, seed };
        instances.SetAction((parse, cancel) => InstancesCheck.RunAsync(parse.GetValue(few), parse.GetValue(seed), cancel));
        var file = new Argument<string>("FILE") { Description = "rows that `events cost` left" };
        var open = new Command("open", "time and memory of an instance that makes its book of events anew from rows") { file };
        open.SetAction((parse, cancel) => OpenCheck.RunAsync(parse.GetRequiredValue(file), cancel));
        var sets = new Option<string[]>("--sets") { Description = "hand-written sets to learn from", DefaultValueFactory = _ => [ToldMatters.Sets[0]], AllowMultipleArgumentsPerToken = true };
        var output = new Option<string>("--out") { Description = "file for the trees", DefaultValueFactory = _ => "functions/Pipeline/Events/Linking/links.txt" };
        var fit = new Command("fit", "fits the rule that links records") { data, sets, output };
        fit.SetAction((parse, cancel) => LinkFit.RunAsync(parse.GetValue(data)!, parse.GetValue(sets)!, parse.GetValue(output)!, cancel));
        var verbose = new Option<bool>("--verbose") { Description = "tell of each matter that is missed" };
        var told = new Command("told", "matters written out by hand, among the stream") { data, seed, verbose };
        told.SetAction((parse, cancel) => ToldCheck.RunAsync(parse.GetValue(data)!, parse.GetValue(seed), parse.GetValue(verbose), cancel));
        return new Command("events", "what the event room finds, and what it costs") { stream, bursts, registers, told, cost, open, instances, fit };
    }
}
