using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.SelfHost.Demo;

/// <summary>Replays the bundled records in real time through the ordinary intake, as if the channels sent them now.</summary>
public static class DemoPlayer
{
    /// <summary>Plays all lines; returns when the last has been sent or the host stops.</summary>
    /// <exception cref="UserErrorException">The demo files are missing or damaged.</exception>
    public static async Task RunAsync(IServiceProvider services, Action<string> say, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(say);
        var time = services.GetRequiredService<TimeProvider>();
        var intake = services.GetRequiredService<RecordIntake>();
        var plan = DemoPlan.Load(Path.Combine(AppContext.BaseDirectory, "Demo"));
        foreach (var line in plan.Describe())
        {
            say(line);
        }

        var start = time.GetUtcNow();
        try
        {
            foreach (var moment in plan.Moments)
            {
                var wait = start + moment.Offset - time.GetUtcNow();
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, time, cancellationToken);
                }

                await SendAsync(intake, moment, start, time.GetUtcNow(), cancellationToken);
            }

            say("demo: all records sent; serving on");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            say("demo: broken off");
        }
    }

    private static async Task SendAsync(RecordIntake intake, DemoMoment moment, DateTimeOffset run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var channel in moment.Records.GroupBy(record => (string)record["channel"]!))
        {
            var lines = new StringBuilder();
            foreach (var record in channel)
            {
                // A second run of the demo is a second day's mail, not the same records again.
                var sent = record.DeepClone();
                sent["sourceId"] = string.Create(CultureInfo.InvariantCulture, $"{(string)record["sourceId"]!}-{run:HHmmss}");
                sent["receivedAt"] = ShanghaiTime.Of(now).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
                lines.Append(sent.ToJsonString(DemoPlan.Json)).Append('\n');
            }

            using var content = new MemoryStream(Encoding.UTF8.GetBytes(lines.ToString()));
            await intake.AcceptAsync(content, RecordFormat.Ndjson, channel.Key, cancellationToken);
        }
    }
}
