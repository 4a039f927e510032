namespace SentimentWatch.Pipeline.Insights;

/// <summary>Chinese names of codes in digests; an unknown code is shown as it is.</summary>
public static class Labels
{
    /// <summary>Name of a mood.</summary>
    public static string Sentiment(string code) => code switch
    {
        "negative" => "负面",
        "neutral" => "中性",
        "positive" => "正面",
        _ => code,
    };

    /// <summary>Name of an urgency.</summary>
    public static string Urgency(string code) => code switch
    {
        "emergency" => "突发",
        "urgent" => "紧急",
        "routine" => "一般",
        _ => code,
    };

    /// <summary>Name of a kind of request.</summary>
    public static string Kind(string code) => code switch
    {
        "inquiry" => "咨询",
        "help" => "求助",
        "suggestion" => "建议",
        "complaint" => "投诉",
        "report" => "举报",
        "praise" => "表扬",
        "other" => "其他",
        "unknown" => "未注明",
        _ => code,
    };
}
