using Spectre.Console;

namespace SentimentWatch.SelfHost.Cli;

/// <summary>Shows long work on a terminal; shows nothing when standard error is piped.</summary>
internal static class ProgressBar
{
    /// <summary>Runs work of unknown length; it reports one short line at a time.</summary>
    public static Task<T> RunAsync<T>(string title, Func<Action<string>, Task<T>> work) =>
        RunAsync(title, (_, said) => work(said));

    /// <summary>Runs work that reports its share done (0 to 1) and one short line at a time.</summary>
    public static async Task<T> RunAsync<T>(string title, Func<Action<double>, Action<string>, Task<T>> work)
    {
        if (System.Console.IsErrorRedirected)
        {
            return await work(static _ => { }, static _ => { });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: 1);
                task.IsIndeterminate = true;
                return await work(
                    share =>
                    {
                        task.IsIndeterminate = false;
                        task.Value = share;
                    },
                    line => task.Description = Markup.Escape($"{title}: {line}"));
            });
    }
}

/// <summary>Passes reports on where they are made; <see cref="Progress{T}"/> would reorder them.</summary>
internal sealed class CountProgress<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
