using System.CommandLine;
using System.Text.Json;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Scoring;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.SelfHost.Cli;

/// <summary><c>deadlines</c>: every deadline of a legal clock for one receipt, with its rule and source; touches no storage.</summary>
internal static class DeadlinesCommand
{
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    public static Command Create()
    {
        var clock = new Option<string>("--clock") { Description = "Code of a clock in the district's clocks.json (hotline, petition, opinion …), or clock.step.", HelpName = "K", Required = true };
        var received = new Option<DateTimeOffset>("--received")
        {
            Description = "When it was received: 2026-09-28 or 2026-09-28T09:30; Asia/Shanghai when it names no offset.",
            HelpName = "T",
            Required = true,
            CustomParser = result =>
            {
                if (ShanghaiTime.TryParse(result.Tokens[0].Value, out var time) && time.Year is >= FirstYear and <= LastYear)
                {
                    return time;
                }

                result.AddError($"--received {result.Tokens[0].Value} is no time from {FirstYear} to {LastYear}: write it as 2026-09-28 or 2026-09-28T09:30");
                return default;
            },
        };
        var district = new Option<string?>("--district") { Description = "Name or folder of the district; the configured one (licheng) when left out.", HelpName = "D" };
        var format = new Option<string>("--format") { Description = "json or table.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "table");
        var command = new Command("deadlines", "Counts the deadlines of a legal clock: when each falls due, by which rule, from which source. Working days honour 调休.") { clock, received, district, format };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(clock), parsed.GetValue(received), parsed.GetValue(district), parsed.GetRequiredValue(format)));
        return command;
    }

    private static int Run(string clock, DateTimeOffset received, string? districtName, string format)
    {
        var configuration = BareServices.Configuration();
        if (districtName is { Length: > 0 })
        {
            configuration["SentimentWatch:District"] = districtName;
        }

        var district = District.Load(DistrictFiles.FolderOf(configuration));
        var calculator = new DeadlineCalculator(district.Clocks, district.Calendar);
        if (district.Clocks.FirstOrDefault(c => c.Code == clock) is not { } found)
        {
            if (calculator.Find(clock) is not { } one)
            {
                CommonOptions.Say($"error: --clock {clock} is no clock of {district.Code}: use one of {string.Join(", ", district.Clocks.Select(c => c.Code))}.");
                return CommandLine.WrongUsage;
            }

            found = one.Clock;
        }

        var answer = DeadlinesAnswer.Of(found, received, district, calculator.Of(clock, received));
        using var output = System.Console.OpenStandardOutput();
        if (format == "table")
        {
            using var writer = new StreamWriter(output, new System.Text.UTF8Encoding(false));
            DeadlinesTable.Write(answer, writer);
        }
        else
        {
            JsonSerializer.Serialize(output, answer, DeadlinesJson.Wire.DeadlinesAnswer);
            output.WriteByte((byte)'\n');
        }

        return 0;
    }
}
