using System.CommandLine;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.SelfHost.Cli;

/// <summary><c>reviews</c>: what persons decided, for the training tool.</summary>
internal static class ReviewsCommand
{
    public static Command Create()
    {
        var from = CommonOptions.Day("--from", "First day on which a review was put up");
        var to = CommonOptions.Day("--to", "Last day, included");
        var output = new Option<string>("--out") { Description = "File to write; - for standard output.", HelpName = "F", Required = true };
        var data = CommonOptions.Data();
        var command = new Command(
            "reviews",
            "Writes the reviews that a person has decided, for training (--reviews of the training tool): NDJSON, masked text and decided labels, null where nothing was decided.") { from, to, output, data };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(from), parsed.GetValue(to), parsed.GetRequiredValue(output), parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DateOnly from, DateOnly to, string file, string? data, CancellationToken cancellationToken)
    {
        if (from > to)
        {
            throw new UserErrorException("The day of --from is after that of --to: change one of them.");
        }

        await using var app = await SelfHostApp.StartAsync(new SelfHostOptions { Data = data, Say = CommonOptions.Say }, cancellationToken);
        int written;
        await using (var output = CommonOptions.OpenOut(file))
        {
            written = await ProgressBar.RunAsync("exporting", report => app.Services.GetRequiredService<ReviewExporter>()
                .ExportAsync(from, to, output, count => report($"{count} reviews"), cancellationToken));
        }

        if (file != "-")
        {
            System.Console.Out.WriteLine($"exported {written} reviews to {file}");
        }

        return 0;
    }
}
