using System.Buffers;
using System.Text.RegularExpressions;

namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Names by which people introduce themselves, their family or a contact. Offices with a surname (王主任) and 张某 stay.</summary>
internal static partial class NameFinder
{
    private static readonly NameCue[] Cues =
    [
        new(NameEvidence.Labelled, AfterLabel(), "姓名", "姓 名", "姓  名", "名字", "联系人", "联 系 人", "法定代表人", "代理人", "房主", "联络人", "投诉人", "举报人", "反映人", "求助人", "诉求人", "申请人", "申请者", "信访人", "上访人", "来电人", "来信人", "当事人", "报案人", "报警人", "反映者", "收件人", "收款人", "户名", "开户人", "经办人", "署名", "落款", "被害人", "受害人", "监护人", "责任人", "身份证名", "真名", "本名", "法人代表", "签名", "死者", "伤者", "患者"),
        new(NameEvidence.Sure, AfterIntroduction(), "我的名字叫", "我的名字叫做", "我名字叫", "我叫", "我叫做", "我名叫", "本人叫", "本人名叫", "我名为", "名字叫", "名字叫做", "名字是", "名叫", "我姓名", "本人姓名", "我本人叫", "我真名", "个叫", "位叫", "人叫", "主叫", "居叫", "孩叫", "者叫", "俺叫"),
        new(NameEvidence.Weak, AfterSelf(), "我是", "本人", "本人是", "本人系", "我系", "俺是", "我就是", "在下", "鄙人", "你好,我", "您好,我", "你好我", "您好我", "导好,我", "你好!我", "您好!我", "导好!我"),
        new(NameEvidence.Likely, AfterKin(), "孩子", "丈夫", "妻子", "老公", "老婆", "爱人", "父亲", "母亲", "爸爸", "妈妈", "我爸", "我妈", "我爹", "我娘", "儿子", "女儿", "我哥", "我弟", "我姐", "我妹", "哥哥", "弟弟", "姐姐", "妹妹", "爷爷", "奶奶", "姥姥", "姥爷", "公公", "婆婆", "岳父", "岳母", "孙子", "孙女", "老伴", "侄子", "侄女", "外甥", "未婚妻", "未婚夫", "男友", "女友", "女婿", "儿媳", "邻居", "房东", "前夫", "前妻"),
        new(NameEvidence.Weak, AfterRole(), "反映人", "举报人", "投诉人", "求助人", "申请人", "信访人", "来电人", "当事人", "受害人", "被害人", "联系人", "法人代表", "法定代表人", "代理人", "房主", ",叫", "业主", "村民", "居民", "市民", "住户", "租户", "户主", "车主", "家长", "学生", "员工", "职工", "工人", "病人", "老人", "商户", "店主", "购房者", "消费者", "乘客", "群众", "代表", "患者", "死者", "伤者", "老师傅"),
    ];

    private static readonly SearchValues<string> Sexes = SearchValues.Create([",男", ",女", "、男", "、女", "(男", "(女", " 男", " 女"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Courtesies = SearchValues.Create(["先生", "女士", "小姐", "同志"], StringComparison.Ordinal);

    public static void Find(MaskSpans spans)
    {
        foreach (var cue in Cues)
        {
            cue.Find(spans);
        }

        if (spans.Text.AsSpan().ContainsAny(Sexes))
        {
            Claim(spans, 0, Described().Matches(spans.Text));
        }

        if (spans.Text.AsSpan().ContainsAny(Courtesies))
        {
            Claim(spans, 0, Addressed().Matches(spans.Text));
        }

        foreach (Match list in NameList().Matches(spans.Text))
        {
            Claim(spans, list.Index, ListedName().Matches(list.Value));
        }

        var tail = Math.Max(0, spans.Text.Length - 60);
        Claim(spans, tail, Signature().Matches(spans.Text[tail..]));
        Claim(spans, tail, DatedSignature().Matches(spans.Text[tail..]));
        BeforePhones(spans);
        Repeated(spans);
    }

    // Who was named once stands without any cue later on.
    private static void Repeated(MaskSpans spans)
    {
        foreach (var name in spans.TextsOf(Placeholders.Name).Where(name => Surnames.LooksLikeFullName(name) && !NameToken.IsWord(name)))
        {
            for (var at = spans.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = spans.Text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                spans.Add(at, at + name.Length, Placeholders.Name);
            }
        }
    }

    private static void Claim(MaskSpans spans, int offset, IEnumerable<Match> matches)
    {
        foreach (var match in matches)
        {
            var name = match.Groups["name"];
            if (Surnames.LooksLikeFullName(name.Value) && !NameToken.IsWord(name.ValueSpan))
            {
                spans.Add(offset + name.Index, offset + name.Index + name.Length, Placeholders.Name);
            }
        }
    }

    // "李小明 138…": the name stands right before a phone that was found in this text, or was masked earlier.
    private static void BeforePhones(MaskSpans spans)
    {
        foreach (var phone in spans.StartsOf(Placeholders.Phone).Concat(Phones().Matches(spans.Text).Select(match => match.Index)))
        {
            var start = Math.Max(0, phone - 24);
            var before = BeforePhone().Match(spans.Text[start..phone]).Groups["before"];
            var length = LastName(before.ValueSpan);
            spans.Add(start + before.Index + before.Length - length, start + before.Index + before.Length, Placeholders.Name);
        }
    }

    // The run of 汉字 ends in a name and holds nothing else, or a word that leads to a name.
    private static int LastName(ReadOnlySpan<char> run)
    {
        foreach (var length in (ReadOnlySpan<int>)[3, 4, 2])
        {
            if (run.Length >= length && Surnames.LooksLikeFullName(run[^length..].ToString()) && !NameToken.IsWord(run[^length..])
                && (run.Length == length || LeadIn().IsMatch(run[..^length])))
            {
                return length;
            }
        }

        return 0;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\G([(][^)\n]{0,8}[)])?([ ]?[:=][ ]?|[ ]?[是为叫][ ]?|[ ]{1,3})", Options)]
    private static partial Regex AfterLabel();

    [GeneratedRegex(@"\G[ :]{0,2}", Options)]
    private static partial Regex AfterIntroduction();

    [GeneratedRegex(@"\G[ ,:(]?", Options)]
    private static partial Regex AfterSelf();

    [GeneratedRegex(@"\G(名?叫|是|[(:])?[ ]?", Options)]
    private static partial Regex AfterKin();

    [GeneratedRegex(@"\G[ :]?", Options)]
    private static partial Regex AfterRole();

    // A petition begins: 李小明，男，1960年生……
    [GeneratedRegex(@"(?<![一-鿿])(?<name>[一-鿿]{2,4})[,(、 ]{1,2}[男女][,。;、) ]", Options)]
    private static partial Regex Described();

    [GeneratedRegex(@"(敬礼|谢谢|感谢|盼复|此致|为盼|拜托|望回复|敬上|敬启|呈上)[!,。~ \n]{0,4}[ \n]{0,4}(?<name>[一-鿿]{2,4})[ \n]{0,4}([12][0-9]{3}[年.\-/][0-9]{1,2}[月.\-/][0-9]{1,2}日?)?[ \n。]{0,4}$", Options)]
    private static partial Regex Signature();

    [GeneratedRegex(@"(?<before>[一-鿿]{2,8}?)([ :,、(]|本人|的?(联系)?(电话|手机)号?码?(是|为)?|tel){0,4}$", Options)]
    private static partial Regex BeforePhone();

    [GeneratedRegex(@"(联系|找|致电|打给|请打|的|给|人|经理|主任|长|师傅|业主|老师|司机|房东|邻居|民|叫|是)$", Options)]
    private static partial Regex LeadIn();

    // 周正义 2026年3月1日 at the very end.
    [GeneratedRegex(@"(?<=^|[\n。!])[ \n]{0,6}(?<name>[一-鿿]{2,4})[ \n]{1,6}[12][0-9]{3}[年.\-/][0-9]{1,2}[月.\-/][0-9]{1,2}日?[ \n。]{0,4}$", Options)]
    private static partial Regex DatedSignature();

    [GeneratedRegex(@"(?<![一-鿿])(?<name>[一-鿿]{3})(?=先生|女士|小姐|同志)", Options)]
    private static partial Regex Addressed();

    // 刘德柱、王芳、李强等12人
    [GeneratedRegex(@"(?<![一-鿿、])([一-鿿]{2,3}、){1,20}[一-鿿]{2,3}等?[0-9一二三四五六七八九十]{1,4}(人|名|户|位)", Options)]
    private static partial Regex NameList();

    [GeneratedRegex(@"(?<=^|、)(?<name>[一-鿿]{2,3}?)(?=、|等|[0-9一二三四五六七八九十])", Options)]
    private static partial Regex ListedName();

    [GeneratedRegex("〔电话〕", Options)]
    private static partial Regex Phones();
}
