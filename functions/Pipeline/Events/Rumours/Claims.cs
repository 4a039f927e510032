using System.Text.RegularExpressions;

namespace SentimentWatch.Pipeline.Events;

/// <summary>Finds what a text denies, and whether another tells just that as of a fact. It compares words and understands nothing: a person decides.</summary>
internal static partial class Claims
{
    private const int LeastCharacters = 2;
    private const int ShortClaim = 3;

    // What is said of a thing mostly stands at the end; who speaks of the same thing without any of it says something else.
    private const int EndOfClaim = 2;
    private const double LeastPairs = 0.3;
    private const double LeastShare = 0.45;
    private static readonly char[] Ends = ['。', '！', '!', '？', '?', '；', ';', '\n'];

    /// <summary>The sentences of a text, with what ends them.</summary>
    public static IEnumerable<string> Sentences(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOfAny(Ends, start);
            end = end < 0 ? text.Length : end + 1;
            if (text[start..end].Trim() is { Length: > 1 } sentence)
            {
                yield return sentence;
            }

            start = end;
        }
    }

    /// <summary>What an official text denies, with the sentence that does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isReply">True for an answer to a resident, which need not speak of rumours.</param>
    public static IEnumerable<(string Claim, string Sentence)> DeniedIn(string text, bool isReply)
    {
        foreach (var sentence in Sentences(text))
        {
            foreach (Match untrue in Untrue().Matches(sentence))
            {
                if ((isReply || Rumour().IsMatch(text)) && ClaimBefore(sentence[..untrue.Index]) is { } told)
                {
                    yield return (told, sentence);
                }
            }

            if ((isReply || Checked().IsMatch(text)) && Absent().Match(sentence) is { Success: true } absent && Content(absent.Groups["what"].Value) is { Length: >= LeastCharacters } missing)
            {
                yield return (missing, sentence);
            }
        }
    }

    /// <summary>The sentence by which a text tells a claim as of a fact; null when it does not.</summary>
    public static string? AssertionOf(string claim, string text) =>
        Sentences(text).FirstOrDefault(sentence => !Doubts().IsMatch(sentence) && Tells(claim, sentence));

    private static bool Tells(string claim, string sentence)
    {
        var letters = claim.Distinct().ToList();
        var found = letters.Count(sentence.Contains);
        if (claim.Length <= ShortClaim)
        {
            return found == letters.Count && !IsNegated(claim, sentence);
        }

        var pairs = Enumerable.Range(0, claim.Length - 1).Select(i => claim.Substring(i, 2)).Distinct().ToList();
        var shared = pairs.FindAll(pair => sentence.Contains(pair, StringComparison.Ordinal));
        return ((shared.Count > 1 && shared.Count >= LeastPairs * pairs.Count) || (found >= ShortClaim && found >= LeastShare * letters.Count))
            && Enumerable.Range(1, EndOfClaim).Any(back => sentence.Contains(claim[^back]))
            && !shared.OrderBy(pair => sentence.IndexOf(pair, StringComparison.Ordinal)).Take(1).Any(pair => IsNegated(pair, sentence));
    }

    private static bool IsNegated(string words, string sentence)
    {
        var at = sentence.IndexOf(words, StringComparison.Ordinal);
        return at > 0 && Negation().IsMatch(sentence[Math.Max(0, at - 4)..at]);
    }

    // The clause before the verdict, or before that when it holds no more than "upon examination".
    private static string? ClaimBefore(string text)
    {
        foreach (var clause in text.Split(['，', ',', '：', ':', '】'], StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            if (Content(clause) is { Length: >= LeastCharacters } claim)
            {
                return claim;
            }
        }

        return null;
    }

    // What is said of the place, without the place and without words that only lead to it.
    private static string Content(string clause)
    {
        var told = Trailing().Replace(Marks().Replace(clause, ""), "");
        return Place().Replace(Leading().Replace(told, ""), "");
    }

    [GeneratedRegex("(系|是|为|属|均为|均系|纯属)?(谣言|不实|不属实|虚构|捏造|编造|虚假|误读|假的|子虚乌有)|(与|和)事实不符|没有(任何)?依据|无此事|并无此事")]
    private static partial Regex Untrue();

    [GeneratedRegex("网传|流传|传言|传闻|谣|说法|消息|帖文|视频|网[民友]|所谓|一事|声明|“|朋友圈|微信群")]
    private static partial Regex Rumour();

    [GeneratedRegex("经[^，。]{0,8}(核实|核查|查|调查|检测|检查)|通报|说明|回应|辟谣")]
    private static partial Regex Checked();

    [GeneratedRegex("(并未发生|未发生|没有发生|不存在|未发现|未出现|没有出现|并无|没有组织|不会)(?<what>[^，。！；,;!]{2,30})")]
    private static partial Regex Absent();

    [GeneratedRegex("^.*(网传|流传的?|网上传的?|关于|针对|所谓|传言称?|网[民友](反映的?|称)|有人称|消息称|官方回应|辟谣)")]
    private static partial Regex Leading();

    [GeneratedRegex("(经[^，]{0,10}(核实|核查|查|调查|检测|检查)|的?(消息|说法|传言|传闻|言论|视频|内容|帖文|信息|情况|行为|现象|问题|计划|一事|一说|截图|图片))+$|(均|系|为|是|属|都)$")]
    private static partial Regex Trailing();

    [GeneratedRegex("^([^，。]{0,8}?(小区|花园|华庭|家园|社区|小学|中学|幼儿园|大桥|路|街道|商场|广场|水库|养老院|菜市场|地铁站|车站|公司|新城|园区?|湖|村|医院))+(?=.{2})")]
    private static partial Regex Place();

    [GeneratedRegex("[“”\"「」《》【】（）()\\s了]|^(消息|信息|内容|该)$")]
    private static partial Regex Marks();

    [GeneratedRegex("[？?]|吗|是不是|是否|能不能|请问|求核实|什么时候|听说|谣|是假的|别信|不实|感谢|谢谢|放心|已经没有|确实没有|查一下")]
    private static partial Regex Doubts();

    [GeneratedRegex("(没有|没|并未|未|不会|不再|并非|不是|无)[^，]{0,2}$")]
    private static partial Regex Negation();
}
