using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Proposes who takes what a unit gave back.</summary>
internal static class NextUnit
{
    /// <summary>
    /// The first supporting unit that has not led it, else the unit that serves the function, else the street office of the place, else the dispatch
    /// office; never the unit that gives it back nor a recused one. Null when nobody is left.
    /// </summary>
    public static string? Of(Alert alert, IUnitNames units)
    {
        var passed = new HashSet<string>([.. alert.FormerUnits, alert.Unit, .. alert.Recused], StringComparer.Ordinal);
        bool May(string? unit) => unit is { Length: > 0 } && !passed.Contains(unit) && !Shield.Hides(alert.Recused, unit, units);
        return alert.Support.FirstOrDefault(May)
            ?? Serving(alert, units, passed)
            ?? new[] { alert.Street, alert.Policy?.DispatchOffice }.FirstOrDefault(May);
    }

    private static string? Serving(Alert alert, IUnitNames units, IEnumerable<string> passed)
    {
        var excluded = passed.ToHashSet(StringComparer.Ordinal);
        while (units.ServingUnit(alert.Function, excluded) is { } unit)
        {
            if (!Shield.Hides(alert.Recused, unit, units))
            {
                return unit;
            }

            excluded.Add(unit);
        }

        return null;
    }
}
