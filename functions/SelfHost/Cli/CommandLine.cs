using System.CommandLine;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.SelfHost.Cli;

/// <summary>The command line: one class a verb. Exit codes: 0 done, 1 failed (one line on standard error), 2 wrong usage.</summary>
public static class CommandLine
{
    private const int Failed = 1;
    internal const int WrongUsage = 2;
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    /// <summary>Runs one verb; <c>serve</c> when none is named.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var root = new RootCommand("SentimentWatch: hears residents through six channels, alerts the unit that owns the matter, keeps the clock.")
        {
            ServeCommand.Create(),
            ScoreCommand.Create(),
            ReplayCommand.Create(),
            ImportCommand.Create(),
            ExportCommand.Create(),
            RescoreCommand.Create(),
            ReviewsCommand.Create(),
            DigestCommand.Create(),
            PoliciesCommand.Create(),
            DeadlinesCommand.Create(),
            MaskCommand.Create(),
            DoctorCommand.Create(),
        };
        var parsed = root.Parse(WithVerb(args));
        if (parsed.Errors.Count > 0)
        {
            await System.Console.Error.WriteLineAsync($"error: {OneLine(parsed.Errors[0].Message).TrimEnd('.')}; see --help.");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = StopLimit,
            });
        }
        catch (OperationCanceledException)
        {
            await System.Console.Error.WriteLineAsync("error: stopped before it was done.");
            return Failed;
        }
#pragma warning disable CA1031 // last guard: whatever failed is told in one line
        catch (Exception e)
#pragma warning restore CA1031
        {
            await System.Console.Error.WriteLineAsync("error: " + OneLine(e));
            return Failed;
        }
    }

    private static string[] WithVerb(string[] args) =>
        args.Length == 0 || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version")) ? ["serve", .. args] : args;

    private static string OneLine(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string OneLine(Exception e)
    {
        // What the product itself says is a whole sentence; anything else needs its kind to be understood.
        var cause = e is AggregateException { InnerException: { } inner } ? inner : e;
        var text = OneLine(cause.Message);
        var known = cause is UserErrorException or InvalidOperationException || cause.GetType().Namespace?.StartsWith("SentimentWatch", StringComparison.Ordinal) == true;
        return known ? text : $"{cause.GetType().Name}: {text}";
    }
}
