using System.Diagnostics;

namespace SentimentWatch.Benchmarks.Cards;

/// <summary>Installs the renderer as the lock file pins it, once beside the program.</summary>
internal static class NodeModules
{
    /// <summary>The folder <c>node_modules</c>.</summary>
    /// <exception cref="InvalidOperationException">npm failed.</exception>
    public static async Task<string> EnsureAsync(string folder, CancellationToken cancellationToken)
    {
        var modules = Path.Combine(folder, "node_modules");
        if (Directory.Exists(Path.Combine(modules, "adaptivecards")))
        {
            return modules;
        }

        WriteLine("installing the card renderer once (npm ci)");
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("npm could not be started: install Node.js 20 or later.");
        await npm.StandardOutput.ReadToEndAsync(cancellationToken);
        await npm.WaitForExitAsync(cancellationToken);
        return npm.ExitCode == 0 ? modules : throw new InvalidOperationException($"npm ci failed in {folder}: check the network or npm's registry setting and start again.");
    }
}
