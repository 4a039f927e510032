using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>Everything the product knows about a district; all of it data. Immutable, thread-safe.</summary>
public sealed class District
{
    /// <summary>Makes a district of its parts and checks them against each other.</summary>
    /// <exception cref="DistrictException">Two parts do not fit.</exception>
    public District(string code, IReadOnlyList<Unit> units, Areas areas, Topics topics, Rules rules, IReadOnlyList<Clock> clocks, WorkCalendar calendar, IReadOnlyList<Policy> policies)
    {
        DistrictChecks.Check(units, areas, topics, rules, clocks, policies);
        Code = code;
        Areas = areas;
        Topics = topics;
        Rules = rules;
        Clocks = clocks;
        Calendar = calendar;
        Policies = policies;
        Roster = new Roster(units, areas.City, areas.District);
        Gazetteer = new Gazetteer(areas);
    }

    /// <summary>Name of its folder.</summary>
    public string Code { get; }

    /// <summary>Chinese name (历城区).</summary>
    public string Name => Areas.District;

    /// <summary>Its units.</summary>
    public Roster Roster { get; }

    /// <summary>Its places, as the file has them.</summary>
    public Areas Areas { get; }

    /// <summary>Finds its places in texts.</summary>
    public Gazetteer Gazetteer { get; }

    /// <summary>Functions, their words, and the danger kinds.</summary>
    public Topics Topics { get; }

    /// <summary>Its thresholds and limits.</summary>
    public Rules Rules { get; }

    /// <summary>The legal clocks.</summary>
    public IReadOnlyList<Clock> Clocks { get; }

    /// <summary>Its working days.</summary>
    public WorkCalendar Calendar { get; }

    /// <summary>Policies under watch; may be empty.</summary>
    public IReadOnlyList<Policy> Policies { get; }

    /// <summary>Loads and checks the folder of a district.</summary>
    /// <exception cref="DistrictException">A file is missing or faulty; the message says which, where and what.</exception>
    public static District Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new District(
            Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)),
            DistrictFiles.Read(folder, "units.json", DistrictJson.Default.UnitArray),
            DistrictFiles.Read(folder, "areas.json", DistrictJson.Default.Areas),
            DistrictFiles.Read(folder, "topics.json", DistrictJson.Default.Topics),
            DistrictFiles.Read(folder, "rules.json", DistrictJson.Default.Rules),
            DistrictFiles.Read(folder, "clocks.json", DistrictJson.Default.ClockArray),
            new WorkCalendar(DistrictFiles.Read(folder, "calendar.json", DistrictJson.Default.CalendarFile)),
            DistrictFiles.Read(folder, "policies.json", DistrictJson.Default.PolicyArray));
    }
}
