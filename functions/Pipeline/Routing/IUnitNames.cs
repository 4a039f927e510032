namespace SentimentWatch.Pipeline.Routing;

/// <summary>What cards and pages need to know of the roster.</summary>
public interface IUnitNames
{
    /// <summary>Full Chinese name of a unit; the code itself when the roster lacks it.</summary>
    string NameOf(string code);

    /// <summary>Code of the unit above it; null when there is none or the unit is unknown.</summary>
    string? ParentOf(string code);

    /// <summary>True when the roster holds the unit.</summary>
    bool IsKnown(string code);

    /// <summary>Code of the first unit that serves a function and is not excluded; null when there is none.</summary>
    string? ServingUnit(string function, IReadOnlySet<string> excluded) => null;

    /// <summary>Code of the unit of a name as people say it (住建局, 区住房城乡建设局); null when it means none.</summary>
    string? CodeOf(string? name) => null;
}
