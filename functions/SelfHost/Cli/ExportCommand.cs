using System.CommandLine;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.SelfHost.Cli;

/// <summary><c>export</c>: records with their verdicts into a file.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var from = CommonOptions.Day("--from", "First day received");
        var to = CommonOptions.Day("--to", "Last day received, included");
        var channel = new Option<string?>("--channel") { Description = "Only this channel." };
        channel.AcceptOnlyFromAmong([.. Channels.All]);
        var unit = new Option<string?>("--unit") { Description = "Only records that this unit leads or supports (code of units.json).", HelpName = "U" };
        var format = new Option<string>("--format") { Description = "csv, ndjson or parquet.", Required = true };
        format.AcceptOnlyFromAmong("csv", "ndjson", "parquet");
        var output = new Option<string>("--out") { Description = "File to write.", HelpName = "F", Required = true };
        var data = CommonOptions.Data();
        var command = new Command("export", "Writes masked records with their verdicts.") { from, to, channel, unit, format, output, data };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new RecordFilter(parsed.GetValue(from), parsed.GetValue(to)) { Channel = parsed.GetValue(channel), Unit = parsed.GetValue(unit) },
            parsed.GetRequiredValue(format), parsed.GetRequiredValue(output), parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(RecordFilter filter, string formatName, string file, string? data, CancellationToken cancellationToken)
    {
        if (filter.From > filter.To)
        {
            throw new UserErrorException("The day of --from is after that of --to: change one of them.");
        }

        _ = RecordExporter.TryParse(formatName, out var format);
        await using var app = await SelfHostApp.StartAsync(new SelfHostOptions { Data = data, Say = CommonOptions.Say }, cancellationToken);
        if (filter.Unit is { } unit && !app.Services.GetRequiredService<IUnitNames>().IsKnown(unit))
        {
            throw new UserErrorException($"There is no unit {unit}: use a code of units.json.");
        }

        var exporter = app.Services.GetRequiredService<RecordExporter>();
        long written;
        await using (var output = CommonOptions.OpenOut(file))
        {
            written = await ProgressBar.RunAsync(
                "exporting", report => exporter.ExportAsync(filter, format, output, new CountProgress<long>(n => report($"{n} records")), cancellationToken));
        }

        if (file != "-")
        {
            System.Console.Out.WriteLine($"exported {written} records to {file}");
        }

        return 0;
    }
}
