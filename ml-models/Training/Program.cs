using System.CommandLine;
using SentimentWatch.Training;

var data = new Option<DirectoryInfo>("--data") { Description = "Folder with topic/, sentiment/, replies/, stream/ and emergency/.", DefaultValueFactory = _ => new DirectoryInfo("../shared/data") };
var output = new Option<DirectoryInfo>("--out") { Description = "Folder the model is written to.", DefaultValueFactory = _ => new DirectoryInfo("ml-models/trained") };
var seed = new Option<int>("--seed") { Description = "Seed; the same seed and data give the same model.", DefaultValueFactory = _ => 7 };
var version = new Option<string>("--model-version") { Description = "Version written into the model.", DefaultValueFactory = _ => "2026.11.2" };
var only = new Option<string[]>("--only") { Description = "Train these heads alone and keep the others of the model in --out.", AllowMultipleArgumentsPerToken = true };
var reviews = new Option<FileInfo?>("--reviews") { Description = "Decisions of persons, as the product's verb reviews writes them (NDJSON); they join the training texts." };
var replace = new Option<bool>("--replace") { Description = "Put the new model in place even if it does worse than the one in --out." };
var model = new Option<DirectoryInfo>("--model") { Description = "Folder of the model.", DefaultValueFactory = _ => new DirectoryInfo("ml-models/trained") };
var first = new Argument<DirectoryInfo>("A") { Description = "Folder of one model." };
var second = new Argument<DirectoryInfo>("B") { Description = "Folder of the other model." };

var train = new Command("train", "Trains the heads and writes the model and its card.") { data, output, seed, version, only, reviews, replace };
train.SetAction((parse, token) => Commands.Train(
    new TrainOptions(
        parse.GetValue(data)!.FullName, parse.GetValue(output)!.FullName, parse.GetValue(seed), parse.GetValue(version)!,
        parse.GetValue(only) ?? [], parse.GetValue(reviews)?.FullName, parse.GetValue(replace)),
    token));
var evaluate = new Command("evaluate", "Measures a model on the test splits and the held-out urgency lines.") { data, model };
evaluate.SetAction((parse, token) => Commands.Evaluate(parse.GetValue(data)!.FullName, parse.GetValue(model)!.FullName, token));
var compare = new Command("compare", "Measures two models side by side.") { first, second, data };
compare.SetAction((parse, token) => Commands.Compare(parse.GetValue(first)!.FullName, parse.GetValue(second)!.FullName, parse.GetValue(data)!.FullName, token));
var background = new Command("background", "Counts how common pairs of neighbours are in everyday texts; events are told apart by what is rare.") { data, output };
background.SetAction((parse, token) => Commands.Background(parse.GetValue(data)!.FullName, parse.GetValue(output)!.FullName));

var root = new RootCommand("Trains and measures the models of SentimentWatch.") { train, evaluate, compare, background };
return await root.Parse(args).InvokeAsync();
