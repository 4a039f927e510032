using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Limits;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Notify.Grouping;

/// <summary>When news waits for more, and how much a receiver takes; section <c>notify</c> of <c>rules.json</c>.</summary>
public sealed class NotifyRules
{
    private static readonly TimeSpan LongInterval = TimeSpan.FromMinutes(5);

    // Microsoft's figures for a Workflows webhook; the robots of 企业微信 and 钉钉 take 20 a minute (domain.md §5).
    private readonly Dictionary<string, SendLimits> _limits = new(StringComparer.Ordinal)
    {
        [NotifyWay.Teams] = Windows([[1, 4], [30, 60], [3_600, 100], [7_200, 150], [86_400, 1_800]]),
        [NotifyWay.WeCom] = Windows([[60, 20]]),
        [NotifyWay.DingTalk] = Windows([[60, 20]]),
    };

    private readonly Dictionary<string, TimeSpan> _intervals = new(StringComparer.Ordinal)
    {
        [AlertLevel.Orange] = TimeSpan.FromMinutes(1),
        [AlertLevel.Yellow] = LongInterval,
        [AlertLevel.Blue] = LongInterval,
    };

    /// <summary>How long the first news of a group waits for more.</summary>
    public TimeSpan GroupWait { get; private init; } = TimeSpan.FromSeconds(30);

    /// <summary>When the quiet hours of blue alerts begin and end, Asia/Shanghai; equal for none.</summary>
    public (TimeOnly From, TimeOnly To) QuietHours { get; private init; } = (new TimeOnly(22, 0), new TimeOnly(7, 0));

    /// <summary>Reads the section; what it leaves out keeps its default.</summary>
    /// <exception cref="JsonException">A field has the wrong type or is out of range.</exception>
    public static NotifyRules FromJson(JsonElement section)
    {
        if (section.ValueKind == JsonValueKind.Undefined || section.Deserialize(NotifyRulesJson.Default.NotifyRulesSection) is not { } given)
        {
            return new NotifyRules();
        }

        var defaults = new NotifyRules();
        var rules = new NotifyRules
        {
            GroupWait = given.GroupWaitSeconds is { } wait ? Seconds(wait, "groupWaitSeconds") : defaults.GroupWait,
            QuietHours = given.QuietHours is { } quiet ? (Clock(quiet.From), Clock(quiet.To)) : defaults.QuietHours,
        };
        foreach (var (level, interval) in given.GroupIntervalSeconds ?? [])
        {
            rules._intervals[level] = Seconds(interval, "groupIntervalSeconds");
        }

        foreach (var (way, windows) in given.Limits ?? [])
        {
            rules._limits[way] = windows.All(window => window is [>= 1, >= 1])
                ? Windows(windows)
                : throw new JsonException($"rules.json, notify: limits.{way} must be pairs of seconds and messages, both 1 or more.");
        }

        return rules;
    }

    /// <summary>What the receiver of a channel (<see cref="NotifyTarget.Channel"/>) takes.</summary>
    public SendLimits LimitsOf(string channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return _limits.GetValueOrDefault(channel.Split('.')[0]) ?? SendLimits.None;
    }

    /// <summary>Least time between two messages of a level's groups; the fuller the receiver's windows are, the longer, so that groups get bigger.</summary>
    public TimeSpan IntervalOf(string level, double used) =>
        _intervals.GetValueOrDefault(level, LongInterval) * (used < 0.5 ? 1 : used < 0.75 ? 2 : 4);

    /// <summary>When a blue alert may be told; now when it is not night.</summary>
    public DateTimeOffset AfterQuiet(DateTimeOffset now)
    {
        var (from, to) = QuietHours;
        var local = ShanghaiTime.Of(now);
        if (!TimeOnly.FromTimeSpan(local.TimeOfDay).IsBetween(from, to))
        {
            return now;
        }

        var end = new DateTimeOffset(local.Date + to.ToTimeSpan(), local.Offset);
        return (end > local ? end : end.AddDays(1)).ToUniversalTime();
    }

    private static SendLimits Windows(int[][] windows) => new([.. windows.Select(window => new SendWindow(TimeSpan.FromSeconds(window[0]), window[1]))]);

    private static TimeSpan Seconds(int seconds, string name) =>
        seconds is >= 0 and <= 86_400 ? TimeSpan.FromSeconds(seconds) : throw new JsonException($"rules.json, notify: {name} must be 0 to 86400.");

    private static TimeOnly Clock(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
            ? clock
            : throw new JsonException("rules.json, notify: quietHours must be two times such as \"22:00\".");
}

/// <summary>The section as it is written; null keeps the default.</summary>
internal sealed record NotifyRulesSection(
    int? GroupWaitSeconds, Dictionary<string, int>? GroupIntervalSeconds, QuietHoursSection? QuietHours, Dictionary<string, int[][]>? Limits);

/// <summary>Quiet hours as they are written.</summary>
internal sealed record QuietHoursSection(string From, string To);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(NotifyRulesSection))]
internal sealed partial class NotifyRulesJson : JsonSerializerContext;
