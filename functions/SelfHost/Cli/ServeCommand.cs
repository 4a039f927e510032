using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SentimentWatch.SelfHost.Demo;
using SentimentWatch.SelfHost.Engine;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.SelfHost.Cli;

/// <summary><c>serve</c>: the main job.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var urls = new Option<string?>("--urls") { Description = $"Addresses to serve, separated by ';' (default {DefaultUrls}; port 0 takes a free one).", HelpName = "URL" };
        var data = CommonOptions.Data();
        var demo = new Option<bool>("--demo") { Description = "Replays the bundled, invented records of all channels through the ordinary intake." };
        var command = new Command("serve", "Takes records in, alerts, serves the console. Runs until Ctrl-C. The default verb.") { urls, data, demo };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(urls) ?? DefaultUrls, parsed.GetValue(data), parsed.GetValue(demo), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string urls, string? data, bool demo, CancellationToken cancellationToken)
    {
        using var process = Process.GetCurrentProcess();
        await using var app = await SelfHostApp.StartAsync(
            new SelfHostOptions { Data = data, Urls = urls, Engine = new EngineOptions(), LogLevel = LogLevel.Information, Say = Say }, cancellationToken);
        foreach (var (role, key) in app.Keys.TakeUnshown(app.Configuration))
        {
            Say($"key {role}: {key}   (shown once; kept in {app.Data.KeysFile})");
        }

        // From the start of the process, so that loading the runtime counts, too.
        var seconds = (TimeProvider.System.GetLocalNow().DateTime - process.StartTime).TotalSeconds;
        Say(string.Create(CultureInfo.InvariantCulture, $"ready in {seconds:0.0} s"));
        Say($"console {app.Address}/console");
        if (demo)
        {
            await DemoPlayer.RunAsync(app.Services, Say, cancellationToken);
        }

        await app.WaitForStopAsync(cancellationToken);
        Say("stopping");
        return 0;
    }

    private static void Say(string line) => System.Console.Out.WriteLine(line);
}
