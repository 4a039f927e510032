using System.Text;
using System.Text.Json;
using SentimentWatch.Benchmarks.Generation;
using SentimentWatch.Benchmarks.Harness;

namespace SentimentWatch.Benchmarks.Checks;

/// <summary>Plants personal data in records and looks for it in every table, queue, blob, log line, card, answer and the emulator's own files.</summary>
internal static class LeakCheck
{
    public static async Task RunAsync(int count, CancellationToken cancellationToken)
    {
        await using var bench = await Bench.StartAsync(cancellationToken);
        var personal = new PersonalData(5);
        var secrets = new List<string>();
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);
        var records = new RecordGenerator(3, day.AddDays(-1)).Day(count, 40).Select((record, i) =>
        {
            var (text, planted) = personal.Next();
            secrets.AddRange(planted);
            return record with { Body = record.Body + text, Title = i % 5 == 0 ? $"{record.Title}{text}" : record.Title };
        }).ToList();
        var sent = string.Join('\n', records.Select(RecordFiles.Line));
        WriteLine($"control: {secrets.Count(secret => sent.Contains(secret, StringComparison.Ordinal))} of {secrets.Count} pieces stand in what is sent");
        var (host, http) = await bench.ServeAsync(cancellationToken);
        await using var _ = host;
        using var __ = http;
        foreach (var part in records.GroupBy(record => record.Channel, StringComparer.Ordinal))
        {
            // Every tenth line is broken: rejected lines are kept too, and must be masked as well.
            var lines = part.Select((record, i) => i % 10 == 9 ? RecordFiles.Line(record)[..^1] : RecordFiles.Line(record));
            using var content = new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson");
            using var response = await http.PostAsync(new Uri($"/api/records/{part.Key}", UriKind.Relative), content, cancellationToken);
            await DoneAsync(http, JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken)).RootElement.GetProperty("batchId").GetString()!, cancellationToken);
        }

        await Task.Delay(TimeSpan.FromSeconds(3), cancellationToken);
        http.DefaultRequestHeaders.Remove("x-api-key");
        http.DefaultRequestHeaders.Add("x-api-key", bench.Settings["SentimentWatch__Keys__reader"]);
        var places = new List<(string Place, string Text)>();
        await foreach (var place in Snapshot.EverythingAsync(bench.Storage(), cancellationToken))
        {
            places.Add(place);
        }

        places.Add(("cards", string.Join('\n', bench.Receiver.Cards.Select(card => card.Body))));
        places.Add(("log lines", host.Output));
        foreach (var path in new[] { "/api/records", "/api/records?format=csv", "/api/alerts", "/api/digests/latest" })
        {
            // A refusal (no digest on the first day) is searched like any answer.
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            places.Add(($"{path} ({(int)answer.StatusCode})", await answer.Content.ReadAsStringAsync(cancellationToken)));
        }

        places.AddRange(Directory.EnumerateFiles(bench.Folder, "*", SearchOption.AllDirectories).Select(file => ("file " + Path.GetFileName(file), Read(file))));
        var found = 0;
        foreach (var (place, text) in places.Where(place => place.Text.Length > 0))
        {
            var hits = secrets.Where(secret => text.Contains(secret, StringComparison.Ordinal)).ToList();
            found += hits.Count;
            WriteLine($"{place}: {text.Length} characters, found {hits.Count} {string.Join(' ', hits.Take(3))}");
        }

        WriteLine($"records {records.Count}, pieces planted {secrets.Count}, cards {bench.Receiver.Cards.Count}, found {found}");
    }

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static async Task DoneAsync(HttpClient http, string batchId, CancellationToken cancellationToken)
    {
        for (var i = 0; i < 120; i++)
        {
            if ((await http.GetStringAsync(new Uri($"/api/batches/{batchId}", UriKind.Relative), cancellationToken)).Contains("done", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(500, cancellationToken);
        }

        throw new TimeoutException($"Batch {batchId} was not done within a minute.");
    }
}
