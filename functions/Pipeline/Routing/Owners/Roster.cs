namespace SentimentWatch.Pipeline.Routing;

/// <summary>The units of a district. Immutable, thread-safe.</summary>
public sealed class Roster : IUnitNames
{
    private readonly Dictionary<string, Unit> _byCode;
    private readonly UnitNames _names;

    /// <summary>Makes a roster of units with distinct codes.</summary>
    /// <param name="units">All units, in their order of precedence.</param>
    /// <param name="city">Name of the city (济南市), a prefix of full names.</param>
    /// <param name="district">Name of the district (历城区), which names abbreviate to 区.</param>
    public Roster(IReadOnlyList<Unit> units, string city, string district)
    {
        ArgumentNullException.ThrowIfNull(units);
        Units = units;
        _byCode = units.ToDictionary(u => u.Code, StringComparer.Ordinal);
        _names = new UnitNames(units, city, district);
    }

    /// <summary>All units, in the order of <c>units.json</c>.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>The unit with a code; null when there is none.</summary>
    public Unit? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <inheritdoc/>
    public string? ParentOf(string code) => _byCode.GetValueOrDefault(code)?.Parent;

    /// <inheritdoc/>
    public bool IsKnown(string code) => _byCode.ContainsKey(code);

    /// <inheritdoc/>
    public string? ServingUnit(string function, IReadOnlySet<string> excluded) => Serving(function, excluded)?.Code;

    /// <summary>The unit's name; the code itself when it is unknown.</summary>
    public string NameOf(string code) => _byCode.TryGetValue(code, out var unit) ? unit.Name : code;

    /// <summary>The unit of a name, official, short or with the district's name before it; null when it means none.</summary>
    public Unit? Resolve(string? name) => _names.Resolve(name);

    /// <inheritdoc/>
    public string? CodeOf(string? name) => Resolve(name)?.Code;

    /// <summary>Where a text speaks of units.</summary>
    internal List<UnitMention> Mentions(string text) => _names.Mentions(text);

    /// <summary>The first unit that serves a function and is not in <paramref name="recused"/>; null when there is none.</summary>
    public Unit? Serving(string function, IReadOnlySet<string> recused)
    {
        ArgumentNullException.ThrowIfNull(recused);
        foreach (var unit in Units)
        {
            if (unit.Kind != UnitKinds.Street && unit.Functions.Contains(function) && !recused.Contains(unit.Code))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>The first unit of a kind that is not in <paramref name="recused"/>.</summary>
    public Unit? OfKind(string kind, IReadOnlySet<string> recused)
    {
        ArgumentNullException.ThrowIfNull(recused);
        return Units.FirstOrDefault(u => u.Kind == kind && !recused.Contains(u.Code));
    }

    /// <summary>The codes given and every unit below them.</summary>
    public IReadOnlySet<string> WithSubordinates(IEnumerable<string> codes)
    {
        var all = new HashSet<string>(codes, StringComparer.Ordinal);
        if (all.Count == 0)
        {
            return all;
        }

        bool grew;
        do
        {
            grew = false;
            foreach (var unit in Units)
            {
                grew |= unit.Parent is not null && all.Contains(unit.Parent) && all.Add(unit.Code);
            }
        }
        while (grew);
        return all;
    }
}
