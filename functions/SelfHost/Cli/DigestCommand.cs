using System.CommandLine;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.SelfHost.Cli;

/// <summary><c>digest</c>: one digest, made now from what is stored.</summary>
internal static class DigestCommand
{
    public static Command Create()
    {
        var day = CommonOptions.Day("--date", "Day of the digest, the last one of a week");
        var period = new Option<string>("--period") { Description = "day or week.", DefaultValueFactory = _ => "day" };
        period.AcceptOnlyFromAmong("day", "week");
        var format = new Option<string>("--format") { Description = "html, docx, md or card.", Required = true };
        format.AcceptOnlyFromAmong("html", "docx", "md", "card", "json");
        var output = new Option<string>("--out") { Description = "File to write.", HelpName = "F", Required = true };
        var data = CommonOptions.Data();
        var command = new Command("digest", "Writes the digest of a day or of the week that ends with it.") { day, period, format, output, data };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(day), parsed.GetRequiredValue(period), parsed.GetRequiredValue(format), parsed.GetRequiredValue(output), parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DateOnly day, string periodName, string formatName, string file, string? data, CancellationToken cancellationToken)
    {
        _ = DigestFormats.TryParse(periodName, out DigestPeriod period);
        _ = DigestFormats.TryParse(formatName, out DigestFormat format);
        await using var app = await SelfHostApp.StartAsync(new SelfHostOptions { Data = data, Say = CommonOptions.Say }, cancellationToken);
        var today = Pipeline.Records.ShanghaiTime.DayOf(app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (day > today)
        {
            throw new UserErrorException($"{day:yyyy-MM-dd} has not come yet: choose a day up to {today:yyyy-MM-dd}.");
        }

        // Without a running serve nobody has counted what was imported.
        await app.Services.GetRequiredService<DailyRollup>().RunAsync(cancellationToken);
        var answer = await app.Services.GetRequiredService<DigestDesk>().DrawAsync(new DigestKey(period, day), format, cancellationToken);
        await using var output = CommonOptions.OpenOut(file);
        await output.WriteAsync(answer.Content, cancellationToken);
        return 0;
    }
}
