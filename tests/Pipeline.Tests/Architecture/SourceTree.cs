using System.Runtime.CompilerServices;

namespace SentimentWatch.Pipeline.Tests.Architecture;

/// <summary>The source files of this checkout.</summary>
internal static class SourceTree
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Find();

    /// <summary>Source files under a folder of the root, without what a build wrote, as (path from the root, lines).</summary>
    public static IEnumerable<(string Path, string[] Lines)> Files(string folder, params string[] extensions) =>
        from file in Directory.EnumerateFiles(System.IO.Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        let path = System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/node_modules/", StringComparison.Ordinal)
        where extensions.Contains(System.IO.Path.GetExtension(path))
        select (path, File.ReadAllLines(file));

    private static string Find([CallerFilePath] string here = "")
    {
        // Beside the tests as they run, or where they were compiled.
        foreach (var start in new[] { AppContext.BaseDirectory, System.IO.Path.GetDirectoryName(here)! })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(System.IO.Path.Combine(folder.FullName, "SentimentWatch.sln")))
                {
                    return folder.FullName;
                }
            }
        }

        throw new InvalidOperationException("The sources are not beside the tests: run them from a checkout.");
    }
}
