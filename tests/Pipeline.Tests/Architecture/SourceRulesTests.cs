using System.Text.RegularExpressions;

namespace SentimentWatch.Pipeline.Tests.Architecture;

/// <summary>Rules that show in the text of the sources.</summary>
public sealed partial class SourceRulesTests
{
    private const int MostLines = 300;

    [Fact]
    public void Time_is_injected()
    {
        var wrong = SourceTree.Files("functions", ".cs", ".razor").Concat(SourceTree.Files("ml-models/Scoring", ".cs"))
            .SelectMany(file => file.Lines.Where(line => Clock().IsMatch(line) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)).Select(line => $"{file.Path}: {line.Trim()}"));

        Assert.Equal([], wrong);
    }

    [Fact]
    public void No_file_is_longer_than_three_screens()
    {
        var wrong = SourceTree.Files("functions", ".cs", ".razor").Concat(SourceTree.Files("ml-models/Scoring", ".cs"))
            .Where(file => file.Lines.Length > MostLines)
            .Select(file => $"{file.Path}: {file.Lines.Length} lines");

        Assert.Equal([], wrong);
    }

    [Fact]
    public void Function_classes_are_small()
    {
        var wrong = SourceTree.Files("functions/Triggers", ".cs").Where(file => file.Lines.Length > 130).Select(file => $"{file.Path}: {file.Lines.Length} lines");

        Assert.Equal([], wrong);
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();
}
