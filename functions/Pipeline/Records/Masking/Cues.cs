using System.Buffers;

namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Words before a number that say what it is.</summary>
internal static class Cues
{
    private static readonly SearchValues<string> Phone = SearchValues.Create(
        ["电话", "電話", "手机", "手機", "座机", "固话", "联系方式", "联系我", "致电", "拨打", "回电", "来电", "号码", "机号", "同号", "tel", "phone", "mobile", "call", "微信", "wx", "vx", "☎", "📞", "📱"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Identity = SearchValues.Create(["身份证", "证件", "身份号", "身份證", "公民身份"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Bank = SearchValues.Create(
        ["银行卡", "卡号", "账号", "帐号", "账户", "帐户", "储蓄卡", "信用卡", "借记卡", "开户行", "打款", "汇款", "收款", "转账", "工行", "建行", "农行", "中行", "邮储", "齐鲁银行"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Order = SearchValues.Create(
        ["工单", "单号", "编号", "订单", "受理号", "流水号", "文号", "案号", "备案", "许可证", "信用代码", "合同号", "发票", "条码", "户号", "表号", "批号", "设备号", "回执", "查询码", "受理码"], StringComparison.Ordinal);

    public static bool SaysPhone(string text, int at) => Within(text, at, 14, Phone);

    public static bool SaysIdentity(string text, int at) => Within(text, at, 12, Identity);

    public static bool SaysBank(string text, int at) => Within(text, at, 14, Bank);

    /// <summary>The number is an order's or a document's, unless a word for personal data stands nearer.</summary>
    public static bool SaysOrder(string text, int at) =>
        Within(text, at, 8, Order) && !SaysIdentity(text, at) && !Within(text, at, 6, Phone);

    private static bool Within(string text, int at, int window, SearchValues<string> words)
    {
        var start = Math.Max(0, at - window);
        var before = text.AsSpan(start, at - start);

        // What was said of the number before last does not count for this one.
        var sentence = before.LastIndexOfAny('。', '\n', ';');
        return before[(sentence + 1)..].ContainsAny(words);
    }
}
