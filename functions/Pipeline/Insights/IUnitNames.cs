namespace SentimentWatch.Pipeline.Insights;

/// <summary>Names that reports show.</summary>
public interface IUnitNames
{
    /// <summary>Name of the district, 历城区.</summary>
    string District { get; }

    /// <summary>Chinese name of a unit; the code itself when the roster lacks it.</summary>
    string NameOf(string unit);

    /// <summary>Whether the roster has the unit.</summary>
    bool Knows(string unit);
}
