namespace SentimentWatch.Training.Corpus;

/// <summary>
/// Weak sentiment labels for citizens' messages, so that the head knows the civic register too: a title that asks is neutral,
/// one that accuses is negative, one that thanks is positive. Titles that say neither are left out.
/// </summary>
internal static class CivicSentiment
{
    private static readonly string[] Negative = ["投诉", "举报", "强烈", "乱收费", "拖欠", "不作为", "何时了", "推诿", "扰民", "污染", "严重", "黑心", "欺骗", "忽悠", "违规", "非法", "太差", "无人管", "没人管", "霸王", "坑"];
    private static readonly string[] Neutral = ["咨询", "请问", "怎么办理", "如何办理", "建议", "想了解", "什么时候", "是否可以", "有何规定", "的政策", "能否"];
    private static readonly string[] Positive = ["感谢", "谢谢", "表扬", "点赞", "致敬"];

    /// <summary>Messages whose title speaks for exactly one sentiment.</summary>
    public static List<Sample> FromTopics(IEnumerable<Sample> messages, float weight)
    {
        var samples = new List<Sample>();
        foreach (var message in messages)
        {
            var title = message.Input.Title ?? "";
            bool[] says = [Says(title, Negative), Says(title, Neutral), Says(title, Positive)];
            if (says.Count(s => s) == 1)
            {
                samples.Add(message with { Label = Array.IndexOf(says, true), Weight = weight });
            }
        }
        return samples;
    }

    private static bool Says(string title, string[] words) => words.Any(w => title.Contains(w, StringComparison.Ordinal));
}
