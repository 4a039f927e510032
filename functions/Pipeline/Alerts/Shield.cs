using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>
/// Keeps a matter from the units it speaks against and from every unit under them
/// (济南市12345市民服务热线条例 第32条: material does not reach whom it concerns; interested parties recuse).
/// </summary>
public static class Shield
{
    // No roster is that deep; a circle in it must not hold anybody up.
    private const int Deepest = 32;

    /// <summary>True when a unit, or one above it, is recused.</summary>
    public static bool Hides(IReadOnlyList<string> recused, string unit, IUnitNames units)
    {
        ArgumentNullException.ThrowIfNull(recused);
        ArgumentNullException.ThrowIfNull(units);
        if (recused.Count == 0)
        {
            return false;
        }

        var current = unit;
        for (var depth = 0; current is not null && depth < Deepest; depth++)
        {
            if (recused.Contains(current))
            {
                return true;
            }

            current = units.ParentOf(current);
        }

        return false;
    }

    /// <summary>True when a unit may see an alert: it leads, supports, was told by an escalation, or is an office that oversees all alerts; and is not recused.</summary>
    public static bool Shows(Alert alert, string unit, IUnitNames units)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return !Hides(alert.Recused, unit, units)
            && (unit == alert.Unit || alert.Support.Contains(unit) || alert.EscalatedTo.Contains(unit) || IsOffice(alert, unit));
    }

    /// <summary>True for an office that oversees the alert by the rules it opened with.</summary>
    public static bool IsOffice(Alert alert, string unit)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return alert.Policy is { } policy && (policy.DispatchOffice == unit || policy.Offices.Contains(unit));
    }

    /// <summary>The units above a lead unit, nearest first, without those that must not see the matter.</summary>
    public static IReadOnlyList<string> ChainOf(string lead, IReadOnlyList<string> recused, IUnitNames units)
    {
        ArgumentNullException.ThrowIfNull(units);
        List<string> chain = [];
        for (var unit = units.ParentOf(lead); unit is not null && chain.Count < Deepest; unit = units.ParentOf(unit))
        {
            if (!Hides(recused, unit, units))
            {
                chain.Add(unit);
            }
        }

        return chain;
    }
}
