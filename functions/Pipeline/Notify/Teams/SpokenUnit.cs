using System.Buffers;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>A unit as people name it at the head of a sentence: 给住建局, 到区城管局办理.</summary>
internal static class SpokenUnit
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" ，,。；;：:、");
    private static readonly string[] Before = ["给", "到", "至", "由", "转"];
    private static readonly string[] After = ["主办", "办理", "处理", "负责", "牵头"];

    /// <summary>The unit's code and what follows its name; a null code when the text names no unit of the roster.</summary>
    public static (string? Code, string? Words) Read(string? text, IUnitNames units)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (null, text);
        }

        var end = text.AsSpan().IndexOfAny(Ends);
        var word = Strip(end < 0 ? text : text[..end]);
        var rest = end < 0 ? "" : text[end..].Trim(' ', '，', ',', '。', '；', ';', '：', ':', '、');
        return (units.CodeOf(word), rest.Length == 0 ? null : rest);
    }

    private static string Strip(string word)
    {
        foreach (var prefix in Before.Where(prefix => word.StartsWith(prefix, StringComparison.Ordinal)).Take(1))
        {
            word = word[prefix.Length..];
        }

        foreach (var suffix in After.Where(suffix => word.EndsWith(suffix, StringComparison.Ordinal)).Take(1))
        {
            word = word[..^suffix.Length];
        }

        return word;
    }
}
