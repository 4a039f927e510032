using System.CommandLine;
using System.Globalization;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.SelfHost.Cli;

/// <summary><c>rescore</c>: stored records judged again with the model of now.</summary>
internal static class RescoreCommand
{
    public static Command Create()
    {
        var from = CommonOptions.Day("--from", "First day received");
        var to = CommonOptions.Day("--to", "Last day received, included");
        var channel = new Option<string?>("--channel") { Description = "Only this channel." };
        channel.AcceptOnlyFromAmong([.. Channels.All]);
        var data = CommonOptions.Data();
        var command = new Command(
            "rescore",
            "Judges stored records again with the current model and writes the verdicts that changed. What a person decided stays; alerts are neither opened nor closed, "
            + "a new emergency is put up for review. Running it again changes nothing.") { from, to, channel, data };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(channel), parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DateOnly from, DateOnly to, string? channel, string? data, CancellationToken cancellationToken)
    {
        if (from > to)
        {
            throw new UserErrorException("The day of --from is after that of --to: change one of them.");
        }

        await using var app = await SelfHostApp.StartAsync(new SelfHostOptions { Data = data, Say = CommonOptions.Say }, cancellationToken);
        var counter = app.Services.GetRequiredService<StorageClients>().Counter;
        var before = counter.Total;
        var rescorer = app.Services.GetRequiredService<Rescorer>();
        var report = await ProgressBar.RunAsync("judging again", (share, said) => rescorer.RunAsync(
            from,
            to,
            channel,
            (done, read) =>
            {
                share(done);
                said($"{read} records");
            },
            cancellationToken));
        Write(System.Console.Out, report, counter.Total - before);
        return 0;
    }

    private static void Write(TextWriter output, RescoreReport report, long transactions)
    {
        Line(output, $"read {report.Read}, changed {report.Changed}{(report.Models.Count == 0 ? "" : $" (model {string.Join(", ", report.Models)})")}");
        Line(output, $"topic {report.Topic}, sentiment {report.Sentiment}, urgency {report.Urgency}, function {report.Function}, lead unit {report.Lead}");
        Line(output, $"new emergencies put up for review {report.NewEmergencies}");
        Line(output, $"storage transactions {transactions}, {(report.Read == 0 ? 0 : transactions * 1000.0 / report.Read):0.0} per 1,000 records");
    }

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
