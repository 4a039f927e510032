using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Console.Text;

/// <summary>Chinese names of the codes that pages show; an unknown code is shown as it is.</summary>
public static class Labels
{
    /// <summary>Levels, gravest first.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["red", "orange", "yellow", "blue"];

    /// <summary>States in the order of an alert's life.</summary>
    public static IReadOnlyList<string> States { get; } =
        [AlertState.Open, AlertState.Acknowledged, AlertState.Returned, AlertState.Handling, AlertState.Answered, AlertState.Closed];

    /// <summary>Urgency levels, gravest first.</summary>
    public static IReadOnlyList<string> Urgencies { get; } = ["emergency", "urgent", "routine"];

    /// <summary>Name of an alert level (突发事件应对法 的四级颜色).</summary>
    public static string Level(string level) => level switch
    {
        "red" => "红色",
        "orange" => "橙色",
        "yellow" => "黄色",
        "blue" => "蓝色",
        _ => level,
    };

    /// <summary>Name of an alert state.</summary>
    public static string State(string state) => state switch
    {
        AlertState.Open => "待签收",
        AlertState.Acknowledged => "已签收",
        AlertState.Returned => "已退回",
        AlertState.Handling => "办理中",
        AlertState.Answered => "已回应",
        AlertState.Closed => "已办结",
        _ => state,
    };

    /// <summary>Name of an urgency level.</summary>
    public static string Urgency(string level) => level switch
    {
        "emergency" => "突发",
        "urgent" => "紧急",
        "routine" => "一般",
        _ => level,
    };

    /// <summary>Name of a mood.</summary>
    public static string Mood(string label) => label switch
    {
        "negative" => "负面",
        "neutral" => "中性",
        "positive" => "正面",
        _ => label,
    };

    /// <summary>Name of a kind of request.</summary>
    public static string Kind(string? kind) => kind switch
    {
        "inquiry" => "咨询",
        "help" => "求助",
        "suggestion" => "建议",
        "complaint" => "投诉",
        "report" => "举报",
        "praise" => "表扬",
        null => "未注明",
        _ => kind,
    };

    /// <summary>Name of a role.</summary>
    public static string Role(Access.ConsoleRole role) => role switch
    {
        Access.ConsoleRole.Reader => "查阅",
        Access.ConsoleRole.Officer => "值班",
        Access.ConsoleRole.Admin => "管理",
        _ => "承办单位",
    };
}
