using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Makes the log entry of a step that may be taken.</summary>
internal sealed class StepEntries(IUnitNames units)
{
    /// <summary>The entry that follows an alert's last one.</summary>
    public AlertLogEntry Of(Alert alert, StepRequest request, DateTimeOffset now)
    {
        var entry = new AlertLogEntry(
            alert.Id, alert.LastSequence + 1, request.Step, now, request.By, request.Note, Unit: request.Unit, To: request.To, Source: request.Source);
        return request.Step switch
        {
            AlertStep.Returned => entry with { To = NextUnit.Of(alert, units) },
            AlertStep.Reassigned => entry with { Chain = Shield.ChainOf(request.To!, alert.Recused, units) },
            _ => entry with { To = null },
        };
    }
}
