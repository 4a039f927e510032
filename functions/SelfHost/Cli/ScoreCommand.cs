using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SentimentWatch.Pipeline;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Scoring;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.SelfHost.Cli;

/// <summary><c>score</c>: NDJSON records in, NDJSON verdicts out; touches no storage.</summary>
internal static class ScoreCommand
{
    private const int BatchSize = 256;

    public static Command Create()
    {
        var input = CommonOptions.In("Records, NDJSON");
        var output = CommonOptions.Out("Verdicts, NDJSON");
        var explain = new Option<bool>("--explain") { Description = "Add to each verdict the words that spoke most for topic, sentiment and function, and where they stand in the masked text." };
        var command = new Command("score", "Judges records without storing anything: NDJSON records in, NDJSON verdicts out. Exit code 1 when a line is no record.") { input, output, explain };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(input), parsed.GetValue(output), parsed.GetValue(explain), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? from, string? to, bool explain, CancellationToken cancellationToken)
    {
        await using var services = BareServices.Build();
        var masker = services.GetRequiredService<Masker>();
        var judge = services.GetRequiredService<IRecordJudge>();
        var explainer = explain ? services.GetRequiredService<Judge>() : null;
        await using var input = CommonOptions.OpenIn(from);
        await using var output = CommonOptions.OpenOut(to);
        var rejected = 0;
        var batch = new List<CitizenRecord>(BatchSize);
        await foreach (var line in RecordReader.ReadAsync(input, RecordFormat.Ndjson, "", cancellationToken))
        {
            if (line.Record is null)
            {
                rejected++;
                CommonOptions.Say($"line {line.Line}: {line.Reason}");
                continue;
            }

            batch.Add(masker.Mask(line.Record));
            if (batch.Count == BatchSize)
            {
                await WriteAsync(judge, explainer, batch, output, cancellationToken);
            }
        }

        await WriteAsync(judge, explainer, batch, output, cancellationToken);
        return rejected == 0 ? 0 : 1;
    }

    private static async Task WriteAsync(IRecordJudge judge, Judge? explainer, List<CitizenRecord> batch, Stream output, CancellationToken cancellationToken)
    {
        foreach (var judged in judge.Judge(batch, cancellationToken))
        {
            if (explainer is null)
            {
                await JsonSerializer.SerializeAsync(output, judged.Verdict, VerdictJson.Wire.Verdict, cancellationToken);
            }
            else
            {
                await ExplainedVerdict.WriteAsync(output, judged.Verdict, explainer.Explain(judged.Record), cancellationToken);
            }

            output.WriteByte((byte)'\n');
        }

        await output.FlushAsync(cancellationToken);
        batch.Clear();
    }
}
