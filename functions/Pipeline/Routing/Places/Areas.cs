namespace SentimentWatch.Pipeline.Routing;

/// <summary>The places of a district; <c>areas.json</c>.</summary>
/// <param name="City">Name of the city.</param>
/// <param name="District">Name of the district.</param>
/// <param name="Source">Where the names come from.</param>
/// <param name="Streets">Its 街道.</param>
/// <param name="Roads">Roads and rivers that cross several streets.</param>
public sealed record Areas(
    string City,
    string District,
    string Source,
    IReadOnlyList<StreetArea> Streets,
    IReadOnlyList<LongRoad> Roads);

/// <summary>What lies in one street.</summary>
/// <param name="Unit">Unit code of its office.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other names of the street itself.</param>
/// <param name="Communities">社区.</param>
/// <param name="Villages">村.</param>
/// <param name="Estates">小区.</param>
/// <param name="Landmarks">Squares, stations, schools, parks, reservoirs.</param>
/// <param name="Roads">Roads that lie in this street alone.</param>
/// <param name="OtherNames">Other names of a place above, by its name.</param>
public sealed record StreetArea(
    string Unit,
    string Name,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Communities,
    IReadOnlyList<string> Villages,
    IReadOnlyList<string> Estates,
    IReadOnlyList<string> Landmarks,
    IReadOnlyList<string> Roads,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? OtherNames = null);

/// <summary>A road or river through several streets.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Streets">Unit codes of the offices along it.</param>
public sealed record LongRoad(string Name, IReadOnlyList<string> Streets);
