using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace SentimentWatch.SelfHost.Storage;

/// <summary>Finds Node.js and installs Azurite, as the lock file pins it, once for this user.</summary>
public static partial class AzuriteInstall
{
    private const string Remedy = "install Node.js 20 or later (https://nodejs.org), or set AzureWebJobsStorage to a storage account's connection string";

    /// <summary>Full path of <c>node</c>.</summary>
    /// <exception cref="UserErrorException">Not on the PATH.</exception>
    public static string FindNode() =>
        OnPath(OperatingSystem.IsWindows() ? "node.exe" : "node")
            ?? throw new UserErrorException($"The built-in storage needs Node.js, which is not on the PATH: {Remedy}.");

    /// <summary>The <c>node_modules</c> folder that holds Azurite, installed by <c>npm ci</c> if this is the first use.</summary>
    /// <param name="progress">Told one line at the start and one every tenth of the packages.</param>
    /// <exception cref="UserErrorException">npm is missing or failed.</exception>
    public static async Task<string> EnsureAsync(Action<string> progress, CancellationToken cancellationToken)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "azurite");
        var lockBytes = await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"), cancellationToken);
        var folder = Path.Combine(Home(), "azurite-" + Convert.ToHexStringLower(SHA256.HashData(lockBytes))[..10]);
        var modules = Path.Combine(folder, "node_modules");
        if (File.Exists(Path.Combine(folder, "installed")))
        {
            return modules;
        }

        using var one = await FolderLock.TakeAsync(Path.Combine(folder, "install.lock"), cancellationToken);
        if (File.Exists(Path.Combine(folder, "installed")))
        {
            return modules;
        }

        foreach (var name in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(source, name), Path.Combine(folder, name), overwrite: true);
        }

        var total = PackageEntry().Count(System.Text.Encoding.UTF8.GetString(lockBytes));
        await RunNpmAsync(folder, total, progress, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "installed"), "", cancellationToken);
        return modules;
    }

    private static async Task RunNpmAsync(string folder, int total, Action<string> progress, CancellationToken cancellationToken)
    {
        var npm = OnPath(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
            ?? throw new UserErrorException($"The built-in storage needs npm, which is not on the PATH: {Remedy}.");
        progress($"storage: installing Azurite once ({total} npm packages, about a minute) into {folder}");
        var start = new ProcessStartInfo(npm, ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=http"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start) ?? throw new UserErrorException($"npm could not be started: {Remedy}.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var last = "";
        var fetched = 0;
        try
        {
            while (await process.StandardError.ReadLineAsync(cancellationToken) is { } line)
            {
                last = line.Contains("npm error", StringComparison.Ordinal) && last.Length < 300 ? last + " " + line : last;
                var isPackage = line.Contains("npm http", StringComparison.Ordinal) && line.Contains(".tgz", StringComparison.Ordinal);
                if (isPackage && ++fetched % Math.Max(1, total / 10) == 0)
                {
                    progress($"storage: {Math.Min(fetched, total)} of {total} packages");
                }
            }

            await output;
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
        {
            throw new UserErrorException($"npm ci failed in {folder} ({last.Trim()}): check the network or npm's registry setting and start again, or set AzureWebJobsStorage.");
        }
    }

    private static string Home()
    {
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return string.IsNullOrEmpty(local) ? Path.Combine(AppContext.BaseDirectory, "installed") : Path.Combine(local, "sentimentwatch");
    }

    private static string? OnPath(string file) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);

    [GeneratedRegex("\"node_modules/[^\"]+\": \\{", RegexOptions.CultureInvariant)]
    private static partial Regex PackageEntry();
}
