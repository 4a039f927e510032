using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Makes the log entries by which an event opens an alert or is taken into one.</summary>
internal sealed class EventEntries(AlertRules rules, IUnitNames units, ILegalClocks clocks)
{
    /// <summary>By what the entries of an event are known.</summary>
    public static string SourceOf(string eventId) => $"event:{eventId}";

    /// <summary>发现 and 派发. The legal clocks of single records stay with their source: an event's alert runs on the clocks of its level.</summary>
    public IReadOnlyList<AlertLogEntry> Opening(string id, EventMatter matter, DateTimeOffset at)
    {
        var facts = OwnFacts(matter, MatterKey.DayStartOf(at));
        var source = SourceOf(matter.Event.Id);
        return
        [
            new(id, 1, AlertStep.Found, at, AlertActors.System, $"热点 {matter.Event.Id}：{matter.Event.Why}", Source: source, Facts: facts) { Policy = rules.Policy },
            new(id, 2, AlertStep.Dispatched, at, AlertActors.System, $"派发至 {matter.Unit}", Source: source, To: matter.Unit)
            {
                Chain = Shield.ChainOf(matter.Unit, facts.Recused, units),
                ReturnBy = clocks.ReturnBy(facts.Channels, at),
            },
        ];
    }

    /// <summary>A 合并 when the event is new to the alert, graver than it, or was told of again after the alert was closed; null when there is nothing to say.</summary>
    public AlertLogEntry? Joining(IReadOnlyList<AlertLogEntry> log, EventMatter matter, DateTimeOffset at)
    {
        var before = AlertFold.Of(log);
        var alert = before.Alert!;
        var isNew = log.All(entry => entry.Facts?.Event?.Id != matter.Event.Id);
        var again = alert.State == AlertState.Closed && matter.Event.LastAt > alert.ClosedAt;
        var graver = (again || alert.State != AlertState.Closed) && AlertLevel.RankOf(matter.Level) > AlertLevel.RankOf(alert.Level);
        if (!isNew && !again && !graver)
        {
            return null;
        }

        var what = isNew ? $"热点 {matter.Event.Id} 与本预警为同一事项：{matter.Event.Why}" : $"热点 {matter.Event.Id}：{matter.Event.Why}";
        var tells = again ? "；办结后再次反映，重新派发" : graver ? "；级别上调，另发通知" : "；级别未变，不另发通知";
        return new AlertLogEntry(
            alert.Id, alert.LastSequence + 1, AlertStep.Joined, at, AlertActors.System, what + tells, Source: SourceOf(matter.Event.Id),
            Facts: FactsFor(alert, before, matter, graver));
    }

    private MatterFacts FactsFor(Alert alert, AlertFold before, EventMatter matter, bool graver)
    {
        var own = OwnFacts(matter, alert.DayStart);
        var facts = own with
        {
            Matter = before.Matter!,
            Unit = alert.Unit,
            Level = graver ? matter.Level : alert.Level,
            Doubtful = !graver && alert.Doubtful,
            AckMinutes = rules.MinutesFor(graver ? matter.Level : alert.Level),
        };

        // An alert that records called keeps its own words, units and channels.
        return alert.OfEvent ? facts : facts with { Support = [], Recused = [], Channels = [] };
    }

    private MatterFacts OwnFacts(EventMatter matter, DateTimeOffset dayStart) => new(
        matter.Key.Hash(),
        matter.Unit,
        dayStart,
        matter.Level,
        Doubtful: false,
        rules.MinutesFor(matter.Level),
        // Never before the head of a record: an event does not take an alert's words away.
        new MatterHead(
            DateTimeOffset.MaxValue, matter.Event.Id, TitleOf(matter.Event), matter.Excerpt, null, matter.Place, matter.Function, matter.Event.Why, matter.Street),
        matter.Event.LastAt,
        [.. matter.Support.Where(unit => unit != matter.Unit && !Shield.Hides(matter.Recused, unit, units)).Distinct().Order(StringComparer.Ordinal)],
        [.. matter.Recused.Distinct().Order(StringComparer.Ordinal)],
        matter.Event.Channels)
    {
        Event = matter.Event,
    };

    private static string TitleOf(AlertEvent one) =>
        one.Title.Length > 0 ? $"热点 · {one.Title}" : one.Terms.Count > 0 ? $"热点 · {string.Join('、', one.Terms)}" : $"热点 {one.Id}";
}
