using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Ack;

/// <summary>Which links a unit gets, and which of them still serve.</summary>
public sealed class AckOffer(IUnitNames units, TimeProvider time)
{
    /// <summary>True when the unit leads or supports the alert and may be told of it.</summary>
    public bool Concerns(Alert alert, string unit)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return (unit == alert.Unit || alert.Support.Contains(unit)) && !Shield.Hides(alert.Recused, unit, units);
    }

    /// <summary>True while the unit gave the alert back and nobody has decided: its links are void until then.</summary>
    public static bool WaitsForOffice(Alert alert, string unit)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return unit == alert.Unit && alert.State == AlertState.Returned;
    }

    /// <summary>Why the alert's state does not let the unit take an action now; null when it may.</summary>
    public ActionResult? Refusal(Alert alert, string unit, string action) =>
        StepPolicy.Refusal(alert, new StepRequest(alert.Id, unit, AckAction.StepOf(action)!, unit, AckWords.AskOf(action)), units, time.GetUtcNow());

    /// <summary>True when a link for the action would serve now.</summary>
    public bool Allows(Alert alert, string unit, string action) =>
        Concerns(alert, unit) && !WaitsForOffice(alert, unit) && Refusal(alert, unit, action) is null;
}
