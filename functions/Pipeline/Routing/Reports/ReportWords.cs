using System.Buffers;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>The words by which people denounce, ask and tell.</summary>
internal static class ReportWords
{
    /// <summary>Offences in office.</summary>
    public static WordSet Grave { get; } = new(
        "受贿", "索贿", "行贿", "贪污", "贪腐", "腐败", "吃拿卡要", "徇私", "包庇", "滥用职权", "以权谋私", "优亲厚友", "保护伞", "黑钱", "收好处", "好处费", "索要红包", "收红包",
        "渎职", "失职", "玩忽职守", "虚报冒领", "公车私用", "公款吃喝", "利益输送", "暗箱操作", "打击报复", "套取", "侵吞", "私分", "官商勾结", "违纪", "粗暴执法", "暴力执法", "野蛮执法",
        "钓鱼执法", "选择性执法", "乱罚款", "权力寻租", "泄露举报人", "泄露投诉人", "泄露举报信息", "挪用", "截留", "收受", "通风报信", "充当后台", "收礼", "索要财物", "索要钱财", "假公济私", "买官卖官");

    /// <summary>Bad conduct in office.</summary>
    public static WordSet Mild { get; } = new(
        "不作为", "乱作为", "慢作为", "推诿", "扯皮", "踢皮球", "态度恶劣", "态度差", "态度蛮横", "态度生硬", "刁难", "敷衍", "不履职", "不履行职责", "弄虚作假", "乱收费", "违规收费", "形式主义", "官僚",
        "玩手机", "脱岗", "空岗", "擅离职守", "懒政", "不依法", "违规审批", "违法审批", "程序违法", "克扣", "虚假回复", "不如实回复", "应付了事", "不管不问", "置之不理", "隐瞒不报");

    /// <summary>Words of denouncing.</summary>
    public static WordSet Denounce { get; } = new("举报", "检举", "控告", "揭发");

    /// <summary>A street office spoken of without its name.</summary>
    public static WordSet StreetOffice { get; } = new("街道办", "办事处", "街道工作人员", "街道领导", "街道干部", "街道书记", "街道主任", "街道执法", "街道城管", "镇政府");

    /// <summary>People in office.</summary>
    public static WordSet Officials { get; } = new(
        "干部", "书记", "支书", "主任", "公职", "公务员", "执法人员", "工作人员", "领导", "村委", "居委", "校长", "院长", "所长", "局长", "科长", "队长", "镇长", "村长", "会计", "财务人员");

    /// <summary>Stand before a unit that is asked for help.</summary>
    public static string[] Asks { get; } =
    [
        "请", "恳请", "敬请", "请求", "希望", "建议", "要求", "盼", "望", "盼望", "呼吁", "督促", "敦促", "提请", "恳求", "诉请", "尊敬的", "期待", "劳烦", "麻烦", "转", "转交", "转给",
    ];

    /// <summary>Stand before a unit that was told.</summary>
    public static string[] Tells { get; } =
        ["向", "打到", "反映到", "投诉到", "跑到", "找到", "找", "找过", "打给", "给", "跟", "致电", "拨打", "联系", "联系过", "反馈至", "反映至", "反映给", "咨询", "问过", "去", "去过", "递交", "提交", "报给", "告知", "经", "上报"];

    /// <summary>Stand before a unit that is complained of.</summary>
    public static string[] Complains { get; } = ["投诉", "反映", "控诉", "质疑", "关于"];

    /// <summary>May stand between one of these words and the name.</summary>
    public static string[] Fillers { get; } = ["济南市", "历城区", "历城", "我区", "本区", "区里的", "区里", "有关部门", "上级", "相关部门", "、", "和", "与", "及", "以及", "贵", "你们", "纪委", "监委"];
}

/// <summary>A fixed set of words, searched in one pass.</summary>
internal sealed class WordSet(params string[] words)
{
    private readonly SearchValues<string> _values = SearchValues.Create(words, StringComparison.Ordinal);

    /// <summary>True when one of the words stands in the text.</summary>
    public bool In(ReadOnlySpan<char> text) => text.ContainsAny(_values);
}
