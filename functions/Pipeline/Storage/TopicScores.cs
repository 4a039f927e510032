using System.Globalization;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>The column <c>topicTop</c>: <c>城乡建设 0.88 | 环境保护 0.07</c>.</summary>
internal static class TopicScores
{
    public static string Write(IReadOnlyList<TopicScore> scores) => string.Join(
        RecordRow.ListSeparator, scores.Select(score => string.Create(CultureInfo.InvariantCulture, $"{score.Label} {Math.Round(score.Probability, 4)}")));

    public static IReadOnlyList<TopicScore> Read(string? text) =>
        [.. (text ?? "").Split(RecordRow.ListSeparator, StringSplitOptions.RemoveEmptyEntries).Select(ReadOne)];

    private static TopicScore ReadOne(string text)
    {
        var space = text.LastIndexOf(' ');
        return new TopicScore(text[..space], float.Parse(text.AsSpan(space + 1), NumberStyles.Float, CultureInfo.InvariantCulture));
    }
}
