namespace SentimentWatch.Training.Corpus;

/// <summary>The project's own data files, which lie in <c>Data/</c> beside the program.</summary>
internal static class OwnData
{
    /// <summary>Lines of a file without comments and empty lines.</summary>
    public static List<string> Lines(string name) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", name)).Where(l => l.Length > 0 && !l.StartsWith("# ", StringComparison.Ordinal))];

    /// <summary>Names of the files of a folder, in a fixed order.</summary>
    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Data", folder)).Select(f => $"{folder}/{Path.GetFileName(f)}").Order(StringComparer.Ordinal);

    /// <summary>Tab-separated lines of a file.</summary>
    public static List<string[]> Fields(string name) => [.. Lines(name).Select(l => l.Split('\t'))];
}
