using System.Text;
using SentimentWatch.Benchmarks.Generation;
using SentimentWatch.Benchmarks.Harness;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Benchmarks.Checks;

/// <summary>Emergencies posted over HTTP while an import of 20,000 is under way: how long until the card is at the receiver.</summary>
internal static class LatencyCheck
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(int tries, int background, CancellationToken cancellationToken)
    {
        await using var bench = await Bench.StartAsync(cancellationToken);
        var (host, http) = await bench.ServeAsync(cancellationToken);
        await using var _ = host;
        using var __ = http;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var load = LoadAsync(http, background, stop.Token);
        await Task.Delay(TimeSpan.FromSeconds(3), cancellationToken);
        var seconds = new List<double>();
        for (var i = 0; i < tries; i++)
        {
            var place = $"{"榆桐棠枫槐"[i % 5]}{"洲浦墅汀"[i / 5 % 4]}家园";
            var text = EmergencyTexts.All[i % EmergencyTexts.All.Count][0].Replace("{0}", place, StringComparison.Ordinal)
                .Replace("{1}", "王舍人街道", StringComparison.Ordinal).Replace("{2}", place + "南侧道路", StringComparison.Ordinal);
            var record = new SubmittedRecord
            {
                Channel = Channels.Hotline,
                SourceId = $"LATENCY-{i:000}",
                ReceivedAt = TimeProvider.System.GetUtcNow(),
                Body = text,
            };
            var taken = await TryAsync(bench, http, record, place, cancellationToken);
            seconds.Add(taken.TotalSeconds);
            WriteLine($"try {i + 1}: {(taken >= GiveUp ? "NO CARD of its own" : $"{taken.TotalSeconds:F2} s")}  {text}");
        }

        await stop.CancelAsync();
        WriteLine(await load);
        seconds.Sort();
        WriteLine($"tries {tries}, p50 {seconds[tries / 2]:F2} s, p95 {seconds[(int)Math.Ceiling(tries * 0.95) - 1]:F2} s, max {seconds[^1]:F2} s, without a card {seconds.Count(s => s >= GiveUp.TotalSeconds)}");
    }

    private static async Task<TimeSpan> TryAsync(Bench bench, HttpClient http, SubmittedRecord record, string place, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var content = new StringContent(RecordFiles.Line(record), Encoding.UTF8, "application/x-ndjson");
        using var response = await http.PostAsync(new Uri("/api/records/hotline", UriKind.Relative), content, cancellationToken);
        response.EnsureSuccessStatusCode();
        while (TimeProvider.System.GetElapsedTime(start) < GiveUp)
        {
            if (bench.Receiver.Cards.FirstOrDefault(card => card.Body.Contains(place, StringComparison.Ordinal)) is { } card)
            {
                return TimeProvider.System.GetElapsedTime(start, card.Timestamp);
            }

            await Task.Delay(20, cancellationToken);
        }

        return GiveUp;
    }

    // The queue must not run dry before the last try: days are posted until it is told to stop.
    private static async Task<string> LoadAsync(HttpClient http, int background, CancellationToken stop)
    {
        var posted = 0;
        for (var seed = 10; !stop.IsCancellationRequested; seed++)
        {
            var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).AddDays(-1).DateTime);
            foreach (var part in new RecordGenerator(seed, day).Day(background, 0).GroupBy(record => record.Channel))
            {
                try
                {
                    using var content = new StringContent(string.Join('\n', part.Select(RecordFiles.Line)), Encoding.UTF8, "application/x-ndjson");
                    using var response = await http.PostAsync(new Uri($"/api/records/{part.Key}", UriKind.Relative), content, stop);
                    response.EnsureSuccessStatusCode();
                    posted += part.Count();
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    break;
                }
            }
        }

        return $"background records posted meanwhile: {posted}";
    }
}
