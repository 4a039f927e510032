using System.Buffers;
using System.Text.RegularExpressions;

namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>QQ and WeChat ids and other personal accounts; numbers of groups and public accounts stay.</summary>
internal static partial class AccountFinder
{
    // Most texts hold none of these words, and looking for them is far cheaper than the patterns.
    private static readonly SearchValues<string> WeChatWords = SearchValues.Create(
        ["微信", "微 信", "薇信", "威信", "徽信", "卫星", "weixin", "wechat", "v信", "wx", "vx", "w x", "v x", "加v", "加 v", "v:", "v ", "v1", "v❤", "薇❤", "薇:"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> ChatWords = SearchValues.Create(["q", "扣扣", "球球", "企鹅"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> OtherWords = SearchValues.Create(
        ["抖音", "快手", "小红书", "微博", "支付宝", "钉钉", "陌陌", "闲鱼", "飞信", "用户", "登录", "会员", "社保", "医保", "学籍", "游戏"], StringComparison.Ordinal);

    public static void Find(MaskSpans spans)
    {
        if (spans.Text.AsSpan().ContainsAny(WeChatWords))
        {
            Claim(spans, WeChat());
            Claim(spans, Reversed());
            Claim(spans, InternalId());
        }

        if (spans.Text.AsSpan().ContainsAny(ChatWords))
        {
            Claim(spans, ChatNumber());
        }

        if (spans.Text.AsSpan().ContainsAny(OtherWords))
        {
            Claim(spans, Other());
        }
    }

    private static void Claim(MaskSpans spans, Regex pattern)
    {
        foreach (Match match in pattern.Matches(spans.Text))
        {
            var id = match.Groups["id"];
            spans.Add(id.Index, id.Index + id.Length, Placeholders.Account);
        }
    }

    // An id of letters alone needs a colon or a verb before it, so that "微信 official" stays.
    [GeneratedRegex(
        @"((?<!公众|官方|政务)(微 ?信|薇信|薇❤?|v❤信?|威信|徽信|卫星|weixin|wechat|v信|(?<![A-Za-z])[wv] ?x(?![A-Za-z])|(?<![A-Za-z])[wv]x(?=[0-9_-])|加 ?v(?![A-Za-z])|(?<=[ +,，。])v(?=[ :]))(号码?|账号|帐号|id)?[ ]?([:=是为()\-—/→]|加我?|同号|联系|[ ]){1,6}|(微信|wx|vx)(号|id))[ :]?(?<id>[A-Za-z][A-Za-z0-9_-]{4,19}|[A-Za-z0-9_-]*[0-9_][A-Za-z0-9_-]*[A-Za-z][A-Za-z0-9_-]{2,}|[1-9][0-9]{5,10})(?![A-Za-z0-9_@.])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex WeChat();

    [GeneratedRegex(
        @"((?<![A-Za-z])q ?q|扣扣|球球|企鹅号?|(?<![A-Za-z0-9])q(?=号|:|[ ]?[1-9][0-9]{5}))(号码?|账号|帐号)?([ :=是为()\-—/、]|加我?|联系|微信|和|或){0,6}(?<id>[1-9][0-9]{4,11}|[1-9][0-9]{2,3}([ -][0-9]{2,4}){1,3})(?![0-9@.])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex ChatNumber();

    [GeneratedRegex(
        @"(抖音|快手|小红书|微博|支付宝|钉钉|陌陌|闲鱼|飞信|用户|登录|会员|社保|医保|学籍|游戏)(卡号?|号码?|账号|帐号|账户|id|昵称|名)([ ]?[:=是为][ ]?|[ ]?)(?<id>(?=[A-Za-z_]*[0-9]|[A-Za-z]+_)[A-Za-z0-9_-]{5,24})(?![A-Za-z0-9_@.])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Other();

    [GeneratedRegex(
        @"(?<![A-Za-z0-9_@./-])(?<id>(?=[A-Za-z]*[0-9_-])[A-Za-z][A-Za-z0-9_-]{5,19}) ?[(是]?(这是)?(我的?|本人)?[(]?(微信|wx|vx)(?![A-Za-z]|公众|群)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Reversed();

    [GeneratedRegex(@"(?<id>wxid_[A-Za-z0-9]{6,30})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex InternalId();
}
