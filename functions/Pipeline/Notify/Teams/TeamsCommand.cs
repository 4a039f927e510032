using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>What somebody wrote to the product in a Teams channel.</summary>
/// <param name="Verb">A step of <see cref="AlertStep"/>, <see cref="Status"/> or <see cref="Help"/>.</param>
/// <param name="AlertId">The alert; null when none was named.</param>
/// <param name="Rest">What else was said.</param>
public sealed partial record TeamsCommand(string Verb, string? AlertId, string? Rest)
{
    /// <summary>状态.</summary>
    public const string Status = "状态";

    /// <summary>帮助; also what is not understood.</summary>
    public const string Help = "帮助";

    private const int LongestText = 4_000;

    /// <summary>
    /// Reads a message such as <c>&lt;at&gt;历城监测&lt;/at&gt;&amp;nbsp;签收Ａ１０２４</c>. The command must open the message or follow the
    /// alert's id, so that a sentence that only mentions it ("还没签收") does nothing.
    /// </summary>
    public static TeamsCommand Parse(string? text)
    {
        var plain = Plain(text);
        var match = Command().Match(plain);
        if (!match.Success)
        {
            return new TeamsCommand(Help, null, null);
        }

        var id = match.Groups["id"].Success ? match.Groups["id"].Value : null;
        var rest = match.Groups["rest"].Value.Trim(' ', '，', ',', '。', '.', ':', '：', '！', '!', '、');
        var verb = match.Groups["verb"].Value;
        var asks = verb == AlertStep.Acknowledged && Question().IsMatch(plain);
        return new TeamsCommand(asks ? Status : VerbOf(verb), id is null ? null : $"A{id}", rest.Length == 0 ? null : rest);
    }

    private static string VerbOf(string word) => word switch
    {
        "进展" or "办理进展" or "办理" => AlertStep.Handling,
        "查询" or "状态" => Status,
        "帮助" or "help" or "?" or "？" => Help,
        _ => word,
    };

    private static string Plain(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var cut = text.Length <= LongestText ? text : text[..LongestText];
        var untagged = Tag().Replace(Mention().Replace(cut, " "), " ");
        var builder = new StringBuilder(untagged.Length);
        foreach (var character in WebUtility.HtmlDecode(untagged))
        {
            builder.Append(character switch
            {
                (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') => (char)(character - 0xFEE0),
                _ when char.IsWhiteSpace(character) || char.IsControl(character) => ' ',
                _ => character,
            });
        }

        return Spaces().Replace(builder.ToString(), " ").Trim();
    }

    [GeneratedRegex("<at[^>]*>.*?</at>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex("吗|是否|没有|了没|[?？]$", RegexOptions.CultureInvariant)]
    private static partial Regex Question();

    [GeneratedRegex(
        @"^(?:@\S+ )?(?:A ?(?<id>\d{3,9})[ ,:，。、]*)?(?:请|麻烦|帮忙|收到|同意|确认|现|已|我们?|单位|本|[ ,，])*(?<verb>签收|退回|办理进展|进展|办理|回应|办结|误报|状态|查询|帮助|help|\?|？)(?:一下|了)?(?(id)|(?:[^\dA]{0,10}?A ?(?<id>\d{3,9}))?)(?<rest>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Command();
}
