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
        var rest = match.Groups["rest"].Value.Trim(' ', '，', ',', '。', '.', ':', '：', '！', '!', '、', '；', ';');
        var verb = VerbOf(match.Groups["verb"].Value);
        return new TeamsCommand(Asks(verb, plain) ? Status : verb, id is null ? null : $"A{id}", rest.Length == 0 ? null : rest);
    }

    // A question about a step is not the step.
    private static bool Asks(string verb, string plain) => verb switch
    {
        AlertStep.Acknowledged => Doubt().IsMatch(plain) || Question().IsMatch(plain),
        AlertStep.Closed or AlertStep.FalseAlarm or AlertStep.Supervised or AlertStep.Reminded or AlertStep.Returned or AlertStep.Reopened => Question().IsMatch(plain),
        _ => false,
    };

    private static string VerbOf(string word) => word.ToLowerInvariant() switch
    {
        "进展" or "办理进展" or "报进展" or "办理" => AlertStep.Handling,
        "转派" or "改派" => AlertStep.Reassigned,
        "催办" or "催一下" => AlertStep.Reminded,
        "查询" or "查看" or "状态" => Status,
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
    private static partial Regex Doubt();

    [GeneratedRegex("(?:吗|了没|没有)[?？。 ]*$|[?？]$", RegexOptions.CultureInvariant)]
    private static partial Regex Question();

    [GeneratedRegex(
        @"^(?:@\S+ )?(?:(?:请|麻烦|帮忙|将|把|对|预警|编号|工单|[ ,，:：])*A ?(?<id>\d{3,9})(?:号|预警)*[ ,:，。、：]*)?(?:请|麻烦|帮忙|收到|同意|确认|现|已|我们?|单位|本|申请|予以|[ ,，])*(?<verb>签收|退回|办理进展|报进展|进展|办理|回应|延期|改派|转派|督办|催办|催一下|回访|重办|办结|误报|状态|查询|查看|帮助|help|\?|？)(?:一下|了)?(?(id)|(?:[^\dA]{0,10}?A ?(?<id>\d{3,9}))?)(?<rest>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Command();
}
