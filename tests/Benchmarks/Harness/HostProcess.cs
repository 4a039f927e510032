using System.Diagnostics;
using System.Text;

namespace SentimentWatch.Benchmarks.Harness;

/// <summary>The product as an operator runs it: its own process, its own settings, everything it prints kept.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process) => _process = process;

    /// <summary>All lines of both streams so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts one verb with <paramref name="settings"/> as environment variables.</summary>
    public static HostProcess Start(IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "SentimentWatch.SelfHost.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var host = new HostProcess(new Process { StartInfo = start });
        host._process.OutputDataReceived += host.Keep;
        host._process.ErrorDataReceived += host.Keep;
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    /// <summary>Waits for the line that says <c>ready</c>.</summary>
    /// <exception cref="InvalidOperationException">The process ended first.</exception>
    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        var ended = _process.WaitForExitAsync(cancellationToken);
        if (await Task.WhenAny(_ready.Task, ended) == ended)
        {
            throw new InvalidOperationException($"The host ended before it was ready:\n{Output}");
        }
    }

    /// <summary>Waits for the end and gives the exit code.</summary>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: nothing gets a chance to tidy up.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync(CancellationToken.None);
        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line.Data);
        }

        if (line.Data.Contains("ready", StringComparison.OrdinalIgnoreCase))
        {
            _ready.TrySetResult();
        }
    }
}
