using System.CommandLine;
using System.Diagnostics;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;
using SentimentWatch.SelfHost.Engine;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.SelfHost.Cli;

/// <summary><c>import</c>: files into storage through the ordinary intake; works the queues itself until its batches are done.</summary>
internal static class ImportCommand
{
    // Its queues are filled by this process, which rings; looking often would only cost transactions.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public static Command Create()
    {
        var files = new Argument<string[]>("F") { Description = "Files: CSV (UTF-8 or GB18030), XLSX, NDJSON or JSON.", Arity = ArgumentArity.OneOrMore };
        var channel = new Option<string>("--channel") { Description = "Channel of the records.", Required = true };
        channel.AcceptOnlyFromAmong([.. Channels.All]);
        var verbose = new Option<bool>("--verbose") { Description = "Shows refused lines and storage transactions by kind." };
        var data = CommonOptions.Data();
        var command = new Command("import", "Takes files in, judges and stores their records, waits until they are done.") { files, channel, verbose, data };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(files), parsed.GetRequiredValue(channel), parsed.GetValue(verbose), parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, string channel, bool verbose, string? data, CancellationToken cancellationToken)
    {
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            throw new UserErrorException($"{missing} does not exist: check the path.");
        }

        await using var app = await SelfHostApp.StartAsync(
            new SelfHostOptions { Data = data, Engine = new EngineOptions { Timers = false, Pause = Pause }, Say = CommonOptions.Say }, cancellationToken);
        var counter = app.Services.GetRequiredService<StorageClients>().Counter;
        var watch = Stopwatch.StartNew();
        var report = new ImportReport(counter);
        foreach (var file in files)
        {
            report.Add(file, await ProgressBar.RunAsync($"reading {Path.GetFileName(file)}", (share, _) => ReadAsync(app, file, channel, share, cancellationToken)));
        }

        await ProgressBar.RunAsync("judging and storing", said => ImportWait.UntilDoneAsync(app.Services, report, said, cancellationToken));
        report.Write(System.Console.Out, watch.Elapsed, verbose);
        return report.HasFailed ? throw new UserErrorException("A part failed at every try: see deadletters and the messages above.") : 0;
    }

    private static async Task<IntakeReceipt> ReadAsync(SelfHostApp app, string file, string channel, Action<double> share, CancellationToken cancellationToken)
    {
        await using var stream = CommonOptions.OpenIn(file);
        var length = Math.Max(1, stream.Length);
        return await app.Services.GetRequiredService<RecordIntake>().AcceptAsync(
            new IntakeRequest(stream, RecordFormats.FromFileName(file), channel)
            {
                MaxBytes = long.MaxValue,
                Progress = new CountProgress<int>(_ => share(stream.CanRead ? (double)stream.Position / length : 1)),
            },
            cancellationToken);
    }
}
