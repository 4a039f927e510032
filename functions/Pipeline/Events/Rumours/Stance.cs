using System.Buffers;
using System.Text.RegularExpressions;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Events;

/// <summary>How a record stands to what it speaks of.</summary>
public enum Stance : byte
{
    /// <summary>It tells or asks, as most do.</summary>
    None,

    /// <summary>It says officially that what is told is not so: a debunk, or an answer that denies.</summary>
    Denies,

    /// <summary>It says that an official answer is not so.</summary>
    Disputes,

    /// <summary>It is, or has, an official answer that denies nothing.</summary>
    Answers,
}

/// <summary>Reads the stance of a record from the words of its text and of the answer it was given.</summary>
internal static partial class Stances
{
    // Without one of these a text is neither official nor about an official answer.
    private static readonly SearchValues<string> Cues = SearchValues.Create(
        ["谣", "不实", "属实", "虚构", "捏造", "编造", "虚假信息", "不符", "没有依据", "误读", "假的", "通报", "情况说明", "官方", "声明", "失实", "造假", "骗人", "瞎话", "谎", "不是事实", "经核实", "经查", "经调查", "说法", "不存在", "未发现", "网传"],
        StringComparison.Ordinal);

    /// <summary>The stance of a record.</summary>
    public static Stance Of(RecordFields record)
    {
        var text = string.IsNullOrWhiteSpace(record.Title) ? record.Body : $"{record.Title}。{record.Body}";
        if (text.AsSpan().ContainsAny(Cues))
        {
            if (Disputed().IsMatch(text))
            {
                return Stance.Disputes;
            }

            if (IsOfficial(text))
            {
                return Claims.DeniedIn(text, isReply: false).Any() ? Stance.Denies : Stance.Answers;
            }
        }

        return record.Handling?.Reply is not { Length: > 0 } reply ? Stance.None
            : Claims.DeniedIn(reply, isReply: true).Any() ? Stance.Denies
            : Stance.Answers;
    }

    /// <summary>The sentence by which a text disputes an official answer; null when it does not.</summary>
    public static string? DisputeIn(string text) => Claims.Sentences(text).FirstOrDefault(sentence => Disputed().IsMatch(sentence));

    /// <summary>True for a text that an office, or whoever a rumour is about, publishes.</summary>
    public static bool IsOfficial(string text) => Official().IsMatch(text) && !Complains().IsMatch(text);

    [GeneratedRegex("(回复|答复|回应|通报|情况说明|办理结果|处理结果|工单|官方)((?!消息|网传|传言|谣|说法|视频)[^。！？!?]){0,24}(不属实|不实|(事实|实际|实情)不(相)?[符合]|失实|造假|是假的|骗人|瞎话|谎|不是(事实|真的))")]
    private static partial Regex Disputed();

    [GeneratedRegex("辟谣|谣言|网传|网上(流传|传)|(情况|警方|警情)通报|情况说明|官方(回应|辟谣)|(郑重|严正)?声明[：:]|有网[民友](称|反映)|经(现场)?(核实|核查|查|调查|检测|检查)[，,]|传言|关于[^。]{2,30}(说法|消息)")]
    private static partial Regex Official();

    [GeneratedRegex("(物业|开发商|商家|中介|老板|平台)(说|称|虚假|宣传|发布)|造谣我|投诉|举报|要求(赔偿|退|处理)|(请|希望|恳请|建议)[^。，]{0,8}(社区|部门|领导|政府|调解|核实|处理|辟谣)|求(核实|证实|辟谣)|(是真的|真的假的|是不是真)|求问|请问|转发[：:]|看到(了)?(辟谣|通报)")]
    private static partial Regex Complains();
}
