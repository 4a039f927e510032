using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SentimentWatch.SelfHost.Storage;

/// <summary>
/// The embedded storage: one Azurite a data folder, shared by all processes that use the folder. It runs on free
/// loopback ports under a runner that ends it, data written, when its last user has gone, however that user ended.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);
    private readonly TcpClient _held;
    private readonly Process? _started;

    private AzuriteProcess(AzuriteOptions options, AzuriteEndpoint endpoint, string key, TcpClient held, Process? started)
    {
        (_held, _started, Endpoint, Key) = (held, started, endpoint, key);
        ConnectionString = endpoint.ConnectionString(options.Accounts[0], key);
    }

    /// <summary>Connection string of the first account.</summary>
    public string ConnectionString { get; }

    /// <summary>Where it listens.</summary>
    public AzuriteEndpoint Endpoint { get; }

    /// <summary>Account key (base64), made on first use and kept in the folder, readable by its owner only.</summary>
    public string Key { get; }

    /// <summary>True when another process, alive or dead, had started it.</summary>
    public bool Reused => _started is null;

    /// <summary>Joins the Azurite that runs on the folder, or starts one.</summary>
    /// <exception cref="UserErrorException">Node.js or npm is missing, or Azurite did not start.</exception>
    public static async Task<AzuriteProcess> OpenAsync(AzuriteOptions options, Action<string> progress, CancellationToken cancellationToken)
    {
        PrivateFiles.CreateFolder(options.Folder);
        using var one = await FolderLock.TakeAsync(Path.Combine(options.Folder, "azurite.lock"), cancellationToken);
        var key = PrivateFiles.ReadOrCreate(Path.Combine(options.Folder, "account.key"), () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)));
        var file = Path.Combine(options.Folder, "endpoint.json");
        if (AzuriteEndpoint.Read(file) is { } running)
        {
            if (await HoldAsync(running, cancellationToken) is { } joined)
            {
                return new AzuriteProcess(options, running, key, joined, started: null);
            }

            await OrphanEndAsync(running, file, cancellationToken);
        }

        var modules = await AzuriteInstall.EnsureAsync(progress, cancellationToken);
        var process = Start(options, modules, file, key);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
            if (line == "ready" && AzuriteEndpoint.Read(file) is { } endpoint && await HoldAsync(endpoint, cancellationToken) is { } held)
            {
                return new AzuriteProcess(options, endpoint, key, held, process);
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        process.Kill(entireProcessTree: true);
        var said = (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(l => l.Contains("rror", StringComparison.Ordinal)) ?? "no message";
        throw new UserErrorException($"Azurite did not start on {options.Folder} ({said.Trim()}): mend or move that folder, or set AzureWebJobsStorage.");
    }

    /// <summary>Lets go. The last user's leaving ends the Azurite, and is awaited until its data are written (at most 15 s).</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await _held.GetStream().WriteAsync("stop\n"u8.ToArray(), limit.Token);
            var answer = new byte[5];
            await _held.GetStream().ReadExactlyAsync(answer, limit.Token);
            _held.Dispose();
            if (answer.AsSpan().SequenceEqual("last\n"u8))
            {
                using var process = Process.GetProcessById(Endpoint.Pid);
                await process.WaitForExitAsync(limit.Token);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException or ArgumentException or OperationCanceledException)
        {
            // It is gone already, which is what was wanted, or writes still: the next start waits for it.
        }

        _held.Dispose();
        _started?.Dispose();
    }

    private static Process Start(AzuriteOptions options, string modules, string endpointFile, string key)
    {
        List<string> arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "azurite", "run.js"), modules, endpointFile,
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            "--silent", "--disableTelemetry", "--skipApiVersionCheck",
        ];
        arguments.AddRange(options.InMemory ? ["--inMemoryPersistence"] : ["--location", options.Folder]);

        var start = new ProcessStartInfo(AzuriteInstall.FindNode(), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = options.Folder,
        };
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', options.Accounts.Select(account => $"{account}:{key}"));
        return Process.Start(start) ?? throw new UserErrorException("Node.js could not be started: check the installation, or set AzureWebJobsStorage.");
    }

    private static async Task<TcpClient?> HoldAsync(AzuriteEndpoint endpoint, CancellationToken cancellationToken)
    {
        var client = new TcpClient();
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(StopLimit);
            await client.ConnectAsync(IPAddress.Loopback, endpoint.Control, limit.Token);
            var answer = new byte[3];
            await client.GetStream().ReadExactlyAsync(answer, limit.Token);
            if (answer.AsSpan().SequenceEqual("ok\n"u8))
            {
                return client;
            }
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // Nobody there, or one that is ending: not joined.
        }

        client.Dispose();
        return null;
    }

    private static async Task OrphanEndAsync(AzuriteEndpoint endpoint, string file, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.GetProcessById(endpoint.Pid);
            if (process.ProcessName.StartsWith("node", StringComparison.OrdinalIgnoreCase) && process.StartTime <= File.GetLastWriteTime(file))
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(StopLimit);
                try
                {
                    await process.WaitForExitAsync(limit.Token);
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    process.Kill(entireProcessTree: true);
                    await process.WaitForExitAsync(cancellationToken);
                }
            }
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // The process ended between two looks.
        }

        File.Delete(file);
    }
}
