using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.EndToEnd.Tests.Notify;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Storage;
using SentimentWatch.SelfHost.Engine;
using SentimentWatch.SelfHost.Hosting;
using SentimentWatch.SelfHost.Storage;

namespace SentimentWatch.Benchmarks.Notify;

/// <summary>
/// Many alerts of one unit inside a minute, of all levels, in real time: two hosts, the real queue and tables, and a receiver that enforces
/// Teams' limits (4/s, 60/30 s, 100/h) and sometimes answers 429 or 500 or hangs. Quiet hours are off, so that the result does not depend on the time of day.
/// </summary>
internal static class NotifyCheck
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromMinutes(12);

    public static async Task RunAsync(int count, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sentimentwatch-notify-");
        await using var azurite = await AzuriteProcess.OpenAsync(new AzuriteOptions(Path.Combine(folder.FullName, "azurite")) { InMemory = true }, _ => { }, cancellationToken);
        await using var receiver = await LimitedReceiver.StartAsync(
            [(TimeSpan.FromSeconds(1), 4), (TimeSpan.FromSeconds(30), 60), (TimeSpan.FromHours(1), 100)], seed: 11, faultPercent: 10, cancellationToken);
        var settings = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["SentimentWatch:District"] = DistrictWithoutQuietHours(folder.FullName),
            ["SentimentWatch:Notify:Teams:zjj:Url"] = receiver.Url,
            ["SentimentWatch:PublicUrl"] = "https://watch.example.org",
        };
        await using var first = await StartAsync(folder.FullName, "first", settings, cancellationToken);
        await using var second = await StartAsync(folder.FullName, "second", settings, cancellationToken);
        var before = Transactions(first, second);
        var levels = Storm.LevelsOf(count, seed: 5);
        var queued = await Storm.SendAsync(first.Services.GetRequiredService<IAlertAnnouncer>(), levels, cancellationToken);
        WriteLine($"{count} alerts queued in {queued.Values.Max() - queued.Values.Min():mm\\:ss}: {string.Join(", ", levels.CountBy(level => level).Select(pair => $"{pair.Value} {pair.Key}"))}");
        var end = TimeProvider.System.GetUtcNow() + GiveUp;
        while (TimeProvider.System.GetUtcNow() < end && receiver.Cards.SelectMany(card => card.Alerts).Distinct().Count() < count)
        {
            await Task.Delay(500, cancellationToken);
        }

        // Whatever would come twice comes by now.
        await Task.Delay(TimeSpan.FromSeconds(35), cancellationToken);
        Report(receiver, levels, queued);
        await ReportLogAsync(first, cancellationToken);
        WriteLine($"storage transactions of both hosts: {Transactions(first, second) - before}");
    }

    private static void Report(LimitedReceiver receiver, IReadOnlyList<string> levels, Dictionary<string, DateTimeOffset> queued)
    {
        var told = receiver.Cards.SelectMany(card => card.Alerts.Select(id => (Id: id, card.At))).ToList();
        var times = told.CountBy(item => item.Id).ToDictionary();
        WriteLine($"announced exactly once: {queued.Keys.Count(id => times.GetValueOrDefault(id) == 1)}, never: {queued.Keys.Count(id => !times.ContainsKey(id))}, more than once: {times.Values.Count(n => n > 1)}");
        foreach (var level in levels.Distinct())
        {
            var waits = told.Where(item => levels[Storm.NumberOf(item.Id)] == level).Select(item => (item.At - queued[item.Id]).TotalSeconds).Order().ToList();
            WriteLine(waits.Count == 0 ? $"{level}: none" : $"{level}: p50 {waits[waits.Count / 2]:0.00} s, p95 {waits[(int)(waits.Count * 0.95)]:0.00} s, max {waits[^1]:0.00} s");
        }

        foreach (var (id, at) in told.Where(item => levels[Storm.NumberOf(item.Id)] == AlertLevel.Red && item.At - queued[item.Id] > TimeSpan.FromSeconds(5)))
        {
            var tries = receiver.Requests.Where(request => request.Alerts.Contains(id)).Select(request => $"{(request.At - queued[id]).TotalSeconds:0.0} s {request.Kind}");
            WriteLine($"red {id} after {(at - queued[id]).TotalSeconds:0.0} s: {string.Join(", ", tries)}");
        }

        WriteLine($"cards accepted: {receiver.Cards.Count()}, the largest with {receiver.Cards.Max(card => card.Alerts.Count)} alerts");
        WriteLine($"requests: {receiver.Answers.Values.Sum()} ({string.Join(", ", receiver.Answers.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"))}); refused by the limiter: {receiver.Answers.GetValueOrDefault("limited")}");
    }

    private static async Task ReportLogAsync(SelfHostApp host, CancellationToken cancellationToken)
    {
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);
        var table = host.Services.GetRequiredService<StorageClients>().Table(StorageNames.NotifyLog);
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            outcomes[row.GetString("Outcome")] = outcomes.GetValueOrDefault(row.GetString("Outcome")) + 1;
        }

        WriteLine($"rows of the notify log: {string.Join(", ", outcomes.Select(pair => $"{pair.Value} {pair.Key}"))}");
    }

    private static Task<SelfHostApp> StartAsync(string folder, string name, Dictionary<string, string?> settings, CancellationToken cancellationToken) => SelfHostApp.StartAsync(
        new SelfHostOptions { Data = Path.Combine(folder, name), Engine = new EngineOptions { Timers = false }, LogLevel = Microsoft.Extensions.Logging.LogLevel.Critical, Settings = settings },
        cancellationToken);

    private static long Transactions(params SelfHostApp[] hosts) => hosts.Sum(host => host.Services.GetRequiredService<StorageClients>().Counter.Total);

    private static string DistrictWithoutQuietHours(string folder)
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder, "licheng")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Districts", "licheng")))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        var path = Path.Combine(copy, "rules.json");
        var rules = JsonNode.Parse(File.ReadAllText(path))!;
        rules["notify"]!["quietHours"] = new JsonObject { ["from"] = "00:00", ["to"] = "00:00" };
        File.WriteAllText(path, rules.ToJsonString());
        return copy;
    }
}
