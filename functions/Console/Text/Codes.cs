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

    /// <summary>Name of a role.</summary>
    public static string RoleName(Access.ConsoleRole role) => role switch
    {
        Access.ConsoleRole.Reader => "查阅",
        Access.ConsoleRole.Officer => "值班",
        Access.ConsoleRole.Admin => "管理",
        _ => "承办单位",
    };
}
