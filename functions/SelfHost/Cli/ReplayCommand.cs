using System.CommandLine;
using System.Text.Json;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.SelfHost.Cli;

/// <summary><c>replay</c>: records through scoring, routing and events on a virtual clock; touches no storage.</summary>
internal static class ReplayCommand
{
    // Callers are told apart for one run only; nothing of this hash is written.
    private const string CallerKey = "replay";

    public static Command Create()
    {
        var file = new Argument<string>("F") { Description = "Records: NDJSON, or another form that import takes; - for standard input." };
        var channel = new Option<string>("--channel") { Description = "Channel of records that do not name their own, as in a CSV file.", DefaultValueFactory = _ => "" };
        channel.AcceptOnlyFromAmong([.. Channels.All, ""]);
        var output = CommonOptions.Out("Events, NDJSON");
        var command = new Command("replay", "Finds events in records as if each came at its own time, without storing anything: a line when a matter is first raised, and one with all its records at the end. Exit code 1 when a line is no record.") { file, channel, output };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(file), parsed.GetRequiredValue(channel), parsed.GetValue(output), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string from, string channel, string? to, CancellationToken cancellationToken)
    {
        await using var services = BareServices.Build();
        var masker = new Masker(CallerKey);
        var records = new List<CitizenRecord>();
        var rejected = 0;
        await using (var input = CommonOptions.OpenIn(from))
        {
            await foreach (var line in RecordReader.ReadAsync(input, RecordFormats.FromFileName(from), channel, cancellationToken))
            {
                if (line.Record is null)
                {
                    rejected++;
                    CommonOptions.Say($"line {line.Line}: {line.Reason}");
                    continue;
                }

                records.Add(masker.Mask(line.Record));
            }
        }

        var replay = new EventReplay(services.GetRequiredService<IRecordJudge>(), services.GetRequiredService<SketchTables>(), services.GetRequiredService<EventRules>(), services.GetRequiredService<DistrictView>());
        await using var output = CommonOptions.OpenOut(to);
        foreach (var matter in replay.Run(records, cancellationToken))
        {
            await JsonSerializer.SerializeAsync(output, matter, VerdictJson.Wire.ReplayedEvent, cancellationToken);
            output.WriteByte((byte)'\n');
        }

        return rejected == 0 ? 0 : 1;
    }
}
