using System.Diagnostics;
using System.Text;
using SentimentWatch.SelfHost.Storage;

namespace SentimentWatch.EndToEnd.Tests.Cli;

/// <summary>The built program as a process of its own, as a user runs it.</summary>
internal sealed class CliProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _error = new();
    private readonly Task _errors;

    private CliProcess(Process process)
    {
        _process = process;
        _errors = ReadErrorsAsync();
    }

    public int Id => _process.Id;

    public string Error
    {
        get
        {
            lock (_error)
            {
                return _error.ToString();
            }
        }
    }

    /// <summary>Starts the program with settings of its own and nothing of the developer's.</summary>
    public static CliProcess Start(string dataFolder, IReadOnlyDictionary<string, string>? settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SentimentWatch.SelfHost.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = dataFolder,
        };
        foreach (var name in start.Environment.Keys.Where(n => (n.StartsWith("SentimentWatch__", StringComparison.OrdinalIgnoreCase) && n != "SentimentWatch__Models__Folder") || n.StartsWith("AzureWebJobsStorage", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["SentimentWatch__Data"] = dataFolder;
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new CliProcess(Process.Start(start)!);
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        string dataFolder, string? input, IReadOnlyDictionary<string, string>? settings, params string[] arguments)
    {
        await using var process = Start(dataFolder, settings, arguments);
        if (input is not null)
        {
            await process._process.StandardInput.WriteAsync(input);
        }

        process._process.StandardInput.Close();
        var output = await process._process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process._errors;
        return (process._process.ExitCode, output, process.Error);
    }

    /// <summary>Reads standard output up to the line that starts so.</summary>
    public async Task<string> LineAsync(string start)
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return line;
            }
        }

        await _errors;
        throw new InvalidOperationException($"The program ended before it said \"{start}\": {Error}");
    }

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]) { UseShellExecute = false })!;
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Joins the storage that the program started on its data folder.</summary>
    public static Task<AzuriteProcess> JoinStorageAsync(string dataFolder) =>
        AzuriteProcess.OpenAsync(new AzuriteOptions(Path.Combine(dataFolder, "azurite")), _ => { }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _errors;
        _process.Dispose();
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_error)
            {
                _error.AppendLine(line);
            }
        }
    }
}
