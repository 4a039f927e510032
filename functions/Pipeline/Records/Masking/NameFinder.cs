using System.Text.RegularExpressions;

namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Names by which people introduce themselves, their family or a contact. Offices with a surname (王主任) and 张某 stay.</summary>
internal static partial class NameFinder
{
    public static void Find(MaskSpans spans)
    {
        ByCue(spans, Labelled(), NameEvidence.Labelled);
        ByCue(spans, Introduced(), NameEvidence.Sure);
        ByCue(spans, Self(), NameEvidence.Weak);
        ByCue(spans, Kin(), NameEvidence.Likely);
        ByCue(spans, Role(), NameEvidence.Weak);
        Matches(spans, Described());
        Matches(spans, Signature());
        BeforePhones(spans);
    }

    private static void ByCue(MaskSpans spans, Regex cue, NameEvidence evidence)
    {
        foreach (Match match in cue.Matches(spans.Text))
        {
            var at = match.Index + match.Length;
            spans.Add(at, at + NameToken.LengthAt(spans.Text.AsSpan(at), evidence), Placeholders.Name);
        }
    }

    private static void Matches(MaskSpans spans, Regex pattern)
    {
        foreach (Match match in pattern.Matches(spans.Text))
        {
            var name = match.Groups["name"];
            if (Surnames.LooksLikeFullName(name.Value) && !NameToken.IsWord(name.ValueSpan))
            {
                spans.Add(name.Index, name.Index + name.Length, Placeholders.Name);
            }
        }
    }

    // "李小明 138…": the name stands right before a phone that was found in this text, or was masked earlier.
    private static void BeforePhones(MaskSpans spans)
    {
        foreach (var phone in spans.StartsOf(Placeholders.Phone).Concat(Phones().Matches(spans.Text).Select(match => match.Index)))
        {
            var start = Math.Max(0, phone - 16);
            var match = BeforePhone().Match(spans.Text[start..phone]);
            var name = match.Groups["name"];
            if (match.Success && Surnames.LooksLikeFullName(name.Value) && !NameToken.IsWord(name.ValueSpan))
            {
                spans.Add(start + name.Index, start + name.Index + name.Length, Placeholders.Name);
            }
        }
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(姓名|名字|联系人|联络人|投诉人|举报人|反映人|求助人|诉求人|申请人|申请者|信访人|上访人|来电人|来信人|当事人|报案人|报警人|反映者|收件人|收款人|户名|开户人|经办人|署名|落款|被害人|受害人|监护人|责任人|身份证名|真名|本名|法人代表|签名|死者|伤者|患者)([(][^)\n]{0,8}[)])?([ ]?[:=][ ]?|[ ]?[是为叫][ ]?|[ ]{1,3})", Options)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(我的?名字?叫做?|我叫做?|本人叫|我名为|名字叫做?|名字是|名叫|我姓名|本人姓名|我本人叫|我真名|大名叫|(?<=(个|位|人|主|居|孩|者))叫)[ :]{0,2}", Options)]
    private static partial Regex Introduced();

    [GeneratedRegex(@"(我是|本人是?|本人系|我系|俺是|俺叫|我就是|在下|鄙人|(?<=(你好|您好|领导好)[,，!。 ]{0,2}我))[ ,:(]?", Options)]
    private static partial Regex Self();

    [GeneratedRegex(@"(丈夫|妻子|老公|老婆|爱人|父亲|母亲|爸爸|妈妈|我爸|我妈|我爹|我娘|儿子|女儿|我哥|我弟|我姐|我妹|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|姥姥|姥爷|公公|婆婆|岳父|岳母|孙子|孙女|老伴|侄子|侄女|外甥|未婚妻|未婚夫|男友|女友|女婿|儿媳|邻居|房东|前夫|前妻)(名?叫|是|[(:])?[ ]?", Options)]
    private static partial Regex Kin();

    [GeneratedRegex(@"(业主|村民|居民|市民|住户|租户|户主|车主|家长|学生|员工|职工|工人|病人|老人|商户|店主|购房者|消费者|乘客|群众|代表|患者|死者|伤者|老师傅)[ :]?", Options)]
    private static partial Regex Role();

    // A petition begins: 李小明，男，1960年生……
    [GeneratedRegex(@"(?<![一-鿿])(?<name>[一-鿿]{2,4})[,(、 ]{1,2}[男女][,。;、) ]", Options)]
    private static partial Regex Described();

    [GeneratedRegex(@"(敬礼|谢谢|感谢|盼复|此致|为盼|拜托|望回复|敬上|敬启|呈上)[!,。~ \n]{0,4}[ \n]{0,4}(?<name>[一-鿿]{2,4})[ \n]{0,4}([12][0-9]{3}[年.\-/][0-9]{1,2}[月.\-/][0-9]{1,2}日?)?[ \n。]{0,4}$", Options)]
    private static partial Regex Signature();

    [GeneratedRegex(@"(^|[^一-鿿]|联系|找|致电|打给|请打|的|给)(?<name>[一-鿿]{2,4}?)([ :,，、(]|本人|的?(联系)?(电话|手机)号?码?(是|为)?|tel){0,3}$", Options)]
    private static partial Regex BeforePhone();

    [GeneratedRegex("〔电话〕", Options)]
    private static partial Regex Phones();
}
