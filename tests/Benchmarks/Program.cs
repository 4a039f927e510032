using System.CommandLine;
using SentimentWatch.Benchmarks.Cards;
using SentimentWatch.Benchmarks.Checks;
using SentimentWatch.Benchmarks.Escalation;
using SentimentWatch.Benchmarks.Events;
using SentimentWatch.Benchmarks.Judging;
using SentimentWatch.Benchmarks.Notify;

var count = new Option<int>("--count") { Description = "records to generate", DefaultValueFactory = _ => 20_000 };
var emergencies = new Option<int>("--emergencies") { Description = "emergencies among them, each told one to three times", DefaultValueFactory = _ => 12 };
var tries = new Option<int>("--tries") { Description = "emergencies to post", DefaultValueFactory = _ => 20 };
var kills = new Option<int>("--kills") { Description = "SIGKILLs", DefaultValueFactory = _ => 10 };

var transactions = new Command("transactions", "storage transactions per 1,000 records of one generated day") { count, emergencies };
transactions.SetAction((parse, cancel) => TransactionsCheck.RunAsync(parse.GetValue(count), parse.GetValue(emergencies), cancel));
var latency = new Command("latency", "from POST to card, during an import") { count, tries };
latency.SetAction((parse, cancel) => LatencyCheck.RunAsync(parse.GetValue(tries), parse.GetValue(count), cancel));
var crash = new Command("crash", "an import killed again and again beside an undisturbed one") { count, emergencies, kills };
crash.SetAction((parse, cancel) => CrashCheck.RunAsync(parse.GetValue(count), parse.GetValue(emergencies), parse.GetValue(kills), cancel));
var leak = new Command("leakcheck", "searches every place for planted personal data") { count };
leak.SetAction((parse, cancel) => LeakCheck.RunAsync(parse.GetValue(count), cancel));
var pictures = new Option<string>("--out") { Description = "folder for the pictures", Required = true };
var cards = new Command("cards", "draws every Teams card and the acknowledge page, light and dark, in Chromium") { pictures };
cards.SetAction((parse, cancel) => CardGallery.RunAsync(Path.GetFullPath(parse.GetValue(pictures)!), cancel));

var clocks = new Option<int>("--clocks") { Description = "clocks that are not yet due, in steps of ten up to this", DefaultValueFactory = _ => 100_000 };
var escalation = new Command("escalation", "storage transactions and time of the escalation timer beside many open clocks") { clocks };
escalation.SetAction((parse, cancel) => EscalationCheck.RunAsync(parse.GetValue(clocks), cancel));

var alerts = new Option<int>("--alerts") { Description = "alerts for one unit inside a minute", DefaultValueFactory = _ => 500 };
var notify = new Command("notify", "a storm of alerts against a receiver that limits as Teams does and sometimes fails, over two hosts") { alerts };
notify.SetAction((parse, cancel) => NotifyCheck.RunAsync(parse.GetValue(alerts), cancel));

var root = new RootCommand("Checks of SentimentWatch that need a machine to themselves.") { transactions, latency, crash, leak, escalation, notify, cards };
foreach (var command in JudgeCommands.All())
{
    root.Subcommands.Add(command);
}

root.Subcommands.Add(EventCommands.Create());
return await root.Parse(args).InvokeAsync();
