using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.SelfHost.Cli;

/// <summary>What <c>deadlines</c> answers; times are Asia/Shanghai.</summary>
/// <param name="Clock">Code of the clock.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="Received">Receipt.</param>
/// <param name="District">Code of the district.</param>
/// <param name="Deadlines">In the order of the district's file.</param>
internal sealed record DeadlinesAnswer(string Clock, string Name, DateTimeOffset Received, string District, IReadOnlyList<DeadlineLine> Deadlines)
{
    public static DeadlinesAnswer Of(Clock clock, DateTimeOffset received, District district, IReadOnlyList<Deadline> deadlines) =>
        new(clock.Code, clock.Name, ShanghaiTime.Of(received), district.Code, [.. deadlines.Select(DeadlineLine.Of)]);
}

/// <summary>One deadline.</summary>
/// <param name="Step">Code of what must have happened.</param>
/// <param name="Name">Chinese.</param>
/// <param name="Due">Last second in which it is kept; of a card when it is shown.</param>
/// <param name="StartsOn">First day counted.</param>
/// <param name="Amount">How many units; below 0 counts back.</param>
/// <param name="Unit">hours, days or working-days.</param>
/// <param name="Start">The start rule of <c>clocks.json</c>.</param>
/// <param name="CountedFrom">Deadline that it is counted from; null when it is counted from receipt.</param>
/// <param name="Rule">Text of the rule.</param>
/// <param name="Source">Law or document.</param>
/// <param name="CountedDays">The working days counted; null where none are.</param>
internal sealed record DeadlineLine(
    string Step,
    string Name,
    DateTimeOffset Due,
    DateOnly StartsOn,
    int Amount,
    string Unit,
    string Start,
    DateTimeOffset? CountedFrom,
    string Rule,
    string Source,
    IReadOnlyList<DateOnly>? CountedDays)
{
    public static DeadlineLine Of(Deadline deadline) => new(
        deadline.Step,
        deadline.Rule.Name,
        deadline.DueAt,
        deadline.StartsOn,
        deadline.Rule.Amount,
        deadline.Rule.Unit,
        deadline.Rule.Start,
        deadline.Rule.Follows ? deadline.StartAt : null,
        deadline.Rule.Text,
        deadline.Rule.Source,
        deadline.CountedDays.Count == 0 ? null : deadline.CountedDays);
}

/// <summary>Its wire form: camelCase, indented, 汉字 unescaped, nulls left out.</summary>
[JsonSerializable(typeof(DeadlinesAnswer))]
internal sealed partial class DeadlinesJson : JsonSerializerContext
{
    /// <summary>The one instance to use.</summary>
    public static DeadlinesJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
