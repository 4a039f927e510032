using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Console.Text;

/// <summary>The codes that filters offer, in the order in which they offer them.</summary>
public static class Codes
{
    /// <summary>Alert levels, gravest first.</summary>
    public static IReadOnlyList<string> Levels { get; } = [AlertLevel.Red, AlertLevel.Orange, AlertLevel.Yellow, AlertLevel.Blue];

    /// <summary>Alert states in the order of an alert's life.</summary>
    public static IReadOnlyList<string> States { get; } =
        [AlertState.Open, AlertState.Acknowledged, AlertState.Returned, AlertState.Handling, AlertState.Answered, AlertState.Closed];

    /// <summary>Urgency levels, gravest first.</summary>
    public static IReadOnlyList<string> Urgencies { get; } = ["emergency", "urgent", "routine"];

    /// <summary>States of events in the order of an event's life.</summary>
    public static IReadOnlyList<string> EventStates { get; } = ["new", "growing", "steady", "closed", "false"];

    /// <summary>Name of an event's state.</summary>
    public static string EventStateName(string state) => state switch
    {
        "new" => "新发", "growing" => "升温", "steady" => "持续", "closed" => "已平息", "merged" => "已并入", "false" => "已标记误报", _ => state,
    };

    /// <summary>Name of what a person set right about an event.</summary>
    public static string EventStepName(string step) => step switch { "merge" => "合并", "split" => "拆出", "rename" => "改名", "false" => "标记误报", "restore" => "恢复", _ => step };

    /// <summary>Name of a topic: its label, and 其他 for what fits none.</summary>
    public static string TopicName(string? label) => label is null or "other" ? "其他" : label;

    /// <summary>Who acted and by what way (<c>officer via console</c>), in Chinese.</summary>
    public static string ByName(string by)
    {
        ArgumentNullException.ThrowIfNull(by);
        var parts = by.Split(" via ", 2);
        var who = parts[0] switch { "officer" => "值班人员", "admin" => "管理员", var other => other };
        return parts.Length < 2 ? who : $"{who} · {(parts[1] == "console" ? "控制台" : "接口")}";
    }

    /// <summary>Name of a label that a person decides.</summary>
    public static string LabelName(string label) => label switch { "topic" => "主题", "sentiment" => "情绪", "urgency" => "紧急程度", _ => "职能" };

    /// <summary>Name of a role.</summary>
    public static string RoleName(Access.ConsoleRole role) => role switch
    {
        Access.ConsoleRole.Reader => "查阅",
        Access.ConsoleRole.Officer => "值班",
        Access.ConsoleRole.Admin => "管理",
        _ => "承办单位",
    };
}
