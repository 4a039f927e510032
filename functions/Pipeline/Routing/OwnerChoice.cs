namespace SentimentWatch.Pipeline.Routing;

/// <summary>Chooses lead and supporting units; no recused unit ever passes it.</summary>
internal sealed class OwnerChoice(District district)
{
    private const float SupportWords = 2;
    private readonly Roster _roster = district.Roster;
    private readonly Topics _topics = district.Topics;

    /// <summary>A danger: who fights it leads; the matter's own unit, the named unit and the street support.</summary>
    public RoutingDecision OfDanger(Matter matter)
    {
        var danger = _topics.Danger(matter.Urgency.Kind, matter.Record.Title, matter.Record.Body);
        var words = matter.Best is { Words: > 0 } best ? best : null;
        // A failing supply belongs to the supplier that the words name.
        var own = danger.Kind == "utility-outage" && words?.Function.Code == danger.Function ? words.Rule?.Unit : danger.Unit;
        var lead = Pick(danger.Function, own, matter.Recused, out _) ?? Above([], matter.Recused);
        var support = new SupportList(lead, matter.Recused);
        support.Add(_roster.Resolve(matter.Record.NamedUnit));
        foreach (var function in danger.Support)
        {
            support.Add(_roster.Serving(function, matter.Recused));
        }

        if (words is { Words: >= SupportWords } && words.Function.Code is not ("other" or "street-office"))
        {
            support.Add(Pick(words.Function.Code, words.Rule?.Unit, matter.Recused, out var acting));
            support.Add(acting);
        }

        support.Add(StreetOf(matter));
        return Decision(matter, lead, support, danger.Function, Reasons.Danger(danger, matter, Name(lead)));
    }

    /// <summary>A report: misconduct to the discipline inspectors, else to the unit above the denounced one; nobody supports.</summary>
    public RoutingDecision OfReport(Matter matter)
    {
        var targets = matter.Report.Targets.Select(_roster.Find).OfType<Unit>().ToList();
        var lead = matter.Report.Misconduct && (targets.Count == 0 || targets.Exists(t => !t.PublicEnterprise))
            ? _roster.OfKind(UnitKinds.Discipline, matter.Recused) ?? Above(targets, matter.Recused)
            : Above(targets, matter.Recused);
        return Decision(matter, lead, new SupportList(lead, matter.Recused), FunctionOf(matter), Reasons.Report(targets, Name(lead)));
    }

    /// <summary>The unit that the record names leads.</summary>
    public RoutingDecision OfNamed(Matter matter, Unit named)
    {
        if (matter.Recused.Contains(named.Code))
        {
            return OfWords(matter);
        }

        var own = matter.Scores.FirstOrDefault(s => named.Functions.Contains(s.Function.Code));
        var function = named.Kind == UnitKinds.Street || named.Functions.Count == 0
            ? matter.Best?.Function.Code ?? named.Functions.FirstOrDefault("other")
            : own?.Function.Code ?? named.Functions[0];
        var support = new SupportList(named, matter.Recused);
        if (matter.Best is { } best && best != own && best.Words >= SupportWords)
        {
            support.Add(Pick(best.Function.Code, best.Rule?.Unit, matter.Recused, out _));
        }

        if (_topics.Functions.First(f => f.Code == function).StreetSupports)
        {
            support.Add(StreetOf(matter));
        }

        return Decision(matter, named, support, function, Reasons.Named(matter, named));
    }

    /// <summary>The function that the words and the model speak for leads; without any, the street of the place, or the government's office.</summary>
    public RoutingDecision OfWords(Matter matter)
    {
        var street = StreetOf(matter);
        if (matter.Best is not { Function.Code: not "other" } best)
        {
            var nobody = street ?? Above([], matter.Recused);
            return Decision(matter, nobody, new SupportList(nobody, matter.Recused), "other", Reasons.Unknown(matter, Name(nobody)));
        }

        Unit? acting = null;
        var lead = best.Function.Code == "street-office" ? street : Pick(best.Function.Code, best.Rule?.Unit, matter.Recused, out acting);
        lead ??= Above([], matter.Recused);
        var support = new SupportList(lead, matter.Recused);
        support.Add(acting);
        foreach (var function in best.Rule?.Support ?? [])
        {
            support.Add(_roster.Serving(function, matter.Recused));
        }

        if (matter.Scores.Count > 1 && matter.Scores[1] is { Words: >= SupportWords } second
            && second.Total >= best.Total * district.Rules.Routing.SecondUnitFrom && second.Function.Code != "street-office")
        {
            support.Add(Pick(second.Function.Code, second.Rule?.Unit, matter.Recused, out _));
        }

        if (best.Function.StreetSupports)
        {
            support.Add(street);
        }

        return Decision(matter, lead, support, best.Function.Code, Reasons.Words(matter, best, Name(lead)));
    }

    private static string FunctionOf(Matter matter) => matter.Best?.Function.Code ?? "other";

    private static string Name(Unit? unit) => unit?.Name ?? "上级";

    private static RoutingDecision Decision(Matter matter, Unit? lead, SupportList support, string function, string why) =>
        new(lead?.Code ?? "", support.Codes, function, why, [.. matter.Recused.Order(StringComparer.Ordinal)], matter.Place);

    private Unit? StreetOf(Matter matter) =>
        matter.Place?.Street is { } code && !matter.Recused.Contains(code) ? _roster.Find(code) : null;

    // The wanted unit, else the first that serves the function. An institution acts through the department above it.
    private Unit? Pick(string function, string? wanted, IReadOnlySet<string> recused, out Unit? acting)
    {
        acting = null;
        var unit = wanted is null || recused.Contains(wanted) ? null : _roster.Find(wanted);
        if (unit is { Kind: UnitKinds.Institution, Parent: { } parent } && !recused.Contains(parent)
            && _roster.Find(parent) is { } above && above.Functions.Contains(function))
        {
            acting = unit;
            return above;
        }

        return unit ?? _roster.Serving(function, recused);
    }

    // The first ancestor that may see it, then the government's office, the discipline inspectors, the party, whoever is above the district, and at last anyone.
    private Unit? Above(IReadOnlyList<Unit> targets, IReadOnlySet<string> recused)
    {
        foreach (var target in targets)
        {
            for (var unit = target; unit?.Parent is { } parent; unit = _roster.Find(parent))
            {
                if (!recused.Contains(parent))
                {
                    return _roster.Find(parent);
                }
            }
        }

        foreach (var kind in (ReadOnlySpan<string>)[UnitKinds.Office, UnitKinds.Discipline, UnitKinds.Party, UnitKinds.Superior])
        {
            if (_roster.OfKind(kind, recused) is { } unit)
            {
                return unit;
            }
        }

        return _roster.Units.FirstOrDefault(u => !recused.Contains(u.Code));
    }
}
