namespace SentimentWatch.Benchmarks.Events;

/// <summary>A matter that never was: what happens, where or to whom.</summary>
/// <param name="Number">Its number among all.</param>
/// <param name="Kind">Kind of trouble, see <c>Data/matters.tsv</c>.</param>
/// <param name="Name">The whole name of the estate, road, firm, village or school.</param>
/// <param name="ShortName">What people say for short.</param>
internal sealed record InventedMatter(int Number, string Kind, string Name, string ShortName);

/// <summary>One invented text of a kind of trouble; <c>{P}</c> stands for the name.</summary>
/// <param name="Kind">Kind of trouble.</param>
/// <param name="Sort">What sort of name it happens to.</param>
/// <param name="Register">How it is told.</param>
/// <param name="Text">The text.</param>
internal sealed record InventedText(string Kind, string Sort, string Register, string Text)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<InventedText> Load(string folder) =>
        [.. File.ReadLines(Path.Combine(folder, "matters.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(f => new InventedText(f[0], f[1], f[2], f[3]))];
}
