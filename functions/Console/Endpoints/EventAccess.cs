using SentimentWatch.Console.Access;
using SentimentWatch.Console.Data;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Console.Endpoints;

/// <summary>
/// Who may open the page of an event. The board is for those who see all; a unit opens an event that it was alerted of, unless a record of it speaks
/// against that unit (济南市12345市民服务热线条例 第32条).
/// </summary>
internal static class EventAccess
{
    /// <summary>The event of an id as a viewer may see it; null when there is none, or none for them.</summary>
    public static async Task<EventFile?> FindAsync(Viewer viewer, string id, IConsoleData data, CancellationToken cancellationToken)
    {
        var file = await data.EventAsync(id, cancellationToken);
        if (file is null || viewer.SeesAll)
        {
            return file;
        }

        if (viewer.Unit is not { } unit
            || file.Event.IsFalse
            || Shield.Hides(file.Event.Recused, unit, data.Roster)
            || file.Event.AlertId is not { } alert
            || await data.AlertAsync(alert, cancellationToken) is not { } opened
            || !viewer.MaySee(opened.Alert, data.Roster))
        {
            return null;
        }

        // What persons wrote about the grouping is for those who did it; a title that may speak against somebody gives way to the one that the unit was told.
        var one = file.Event;
        return file with
        {
            Event = one.IsReserved ? one with { Title = opened.Alert.Event?.Title ?? "", Terms = opened.Alert.Event?.Terms ?? [] } : one,
            Steps = [],
        };
    }
}
