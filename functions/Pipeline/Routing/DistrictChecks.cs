using System.Text.Json;
using SentimentWatch.Models;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>Checks that the files of a district fit each other.</summary>
internal static class DistrictChecks
{
    public static void Check(
        IReadOnlyList<Unit> units, Areas areas, Topics topics, Rules rules, IReadOnlyList<Clock> clocks, IReadOnlyList<Policy> policies)
    {
        var functions = topics.Functions.Select(f => f.Code).ToHashSet(StringComparer.Ordinal);
        var byCode = CheckUnits(units, functions);
        CheckAreas(areas, byCode);
        CheckTopics(topics, functions, byCode);
        rules.Judging.Check();
        CheckRules(rules);
        ClockChecks.Check(clocks);
        PolicyChecks.Check(policies, byCode);
        PolicyChecks.Check(rules.Policies);
    }

    private static Dictionary<string, Unit> CheckUnits(IReadOnlyList<Unit> units, HashSet<string> functions)
    {
        var byCode = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            Require(unit.Code.Length > 0 && unit.Code.All(char.IsAsciiLetterOrDigit), "units.json", $"'{unit.Code}' ({unit.Name})", "has a code with other characters than letters and digits");
            Require(unit.Name.Length > 1, "units.json", unit.Code, "has no name");
            Require(byCode.TryAdd(unit.Code, unit), "units.json", unit.Code, "is the code of two units");
            Require(UnitKinds.All.Contains(unit.Kind), "units.json", unit.Code, $"has the unknown kind '{unit.Kind}'");
            foreach (var function in unit.Functions)
            {
                Require(functions.Contains(function), "units.json", unit.Code, $"serves '{function}', which topics.json lacks");
            }
        }

        foreach (var unit in units)
        {
            Require(unit.Parent is null || byCode.ContainsKey(unit.Parent), "units.json", unit.Code, $"stands under '{unit.Parent}', which is no unit");
            var above = unit;
            for (var steps = 0; above.Parent is not null; steps++)
            {
                Require(steps < units.Count, "units.json", unit.Code, "stands, some levels up, under itself");
                above = byCode[above.Parent];
            }
        }

        foreach (var kind in new[] { UnitKinds.Office, UnitKinds.Discipline })
        {
            Require(units.Any(u => u.Kind == kind && u.Parent is null), "units.json", "kinds", $"has no unit of the kind '{kind}' at the top, to which reports against the others can go");
        }

        return byCode;
    }

    private static void CheckAreas(Areas areas, Dictionary<string, Unit> units)
    {
        Require(areas.Streets.Count > 0, "areas.json", "streets", "is empty");
        foreach (var street in areas.Streets)
        {
            Require(units.TryGetValue(street.Unit, out var unit) && unit.Kind == UnitKinds.Street, "areas.json", street.Name, $"belongs to '{street.Unit}', which is no street office of units.json");
            foreach (var name in street.OtherNames?.Keys ?? [])
            {
                Require(
                    street.Estates.Contains(name) || street.Landmarks.Contains(name) || street.Communities.Contains(name) || street.Villages.Contains(name) || street.Roads.Contains(name),
                    "areas.json", street.Name, $"gives other names of '{name}', which it lacks");
            }
        }

        foreach (var office in units.Values.Where(u => u.Kind == UnitKinds.Street))
        {
            Require(areas.Streets.Count(s => s.Unit == office.Code) == 1, "areas.json", office.Code, "must stand there exactly once, as units.json has that street office");
        }

        foreach (var road in areas.Roads)
        {
            foreach (var street in road.Streets)
            {
                Require(areas.Streets.Any(s => s.Unit == street), "areas.json", road.Name, $"crosses '{street}', which is no street");
            }
        }
    }

    private static void CheckTopics(Topics topics, HashSet<string> functions, Dictionary<string, Unit> units)
    {
        Require(functions.Count == topics.Functions.Count, "topics.json", "functions", "has a code twice");
        Require(functions.Contains("other") && functions.Contains("street-office"), "topics.json", "functions", "needs 'other' and 'street-office'");
        foreach (var topic in topics.TopicFunctions)
        {
            Require(functions.Contains(topic.Function), "topics.json", topic.Label, $"belongs to the unknown function '{topic.Function}'");
        }

        foreach (var function in topics.Functions)
        {
            foreach (var rule in function.Rules)
            {
                CheckOwner(function.Code, rule.Unit, rule.Support, functions, units);
                foreach (var word in (IEnumerable<string>)[.. rule.Strong ?? [], .. rule.Words ?? [], .. rule.Weak ?? []])
                {
                    Require(word.Split('…') is { Length: 1 or 2 } parts && parts.All(p => p.Length > 0), "topics.json", function.Code, $"has the empty or broken word '{word}'");
                }
            }
        }

        foreach (var kind in DangerKinds.All)
        {
            Require(topics.Dangers.Count(d => d.Kind == kind) == 1, "topics.json", "dangers", $"must have the kind '{kind}' exactly once");
        }

        foreach (var danger in topics.Dangers)
        {
            Require(functions.Contains(danger.Function), "topics.json", danger.Kind, $"is led by the unknown function '{danger.Function}'");
            Require(danger.Instead is null || DangerKinds.All.Contains(danger.Instead.Kind), "topics.json", danger.Kind, "names an unknown kind under 'instead'");
            CheckOwner(danger.Kind, danger.Unit, danger.Support, functions, units);
        }
    }

    private static void CheckOwner(string where, string? unit, IReadOnlyList<string>? support, HashSet<string> functions, Dictionary<string, Unit> units)
    {
        Require(unit is null || units.ContainsKey(unit), "topics.json", where, $"is led by the unit '{unit}', which units.json lacks");
        foreach (var function in support ?? [])
        {
            Require(functions.Contains(function), "topics.json", where, $"is supported by the unknown function '{function}'");
        }
    }

    private static void CheckRules(Rules rules)
    {
        var routing = rules.Routing;
        Require(routing.ModelFunctionFrom is >= 0 and <= 1, "rules.json", "routing.modelFunctionFrom", "is no probability; give a number from 0 to 1");
        Require(routing.SecondUnitFrom is > 0 and <= 1, "rules.json", "routing.secondUnitFrom", "must be above 0 and at most 1");
        Require(rules.Alerts.ValueKind == JsonValueKind.Object, "rules.json", "alerts", "must be an object");
    }

    private static void Require(bool holds, string file, string where, string fault)
    {
        if (!holds)
        {
            throw new DistrictException(file, where, fault);
        }
    }
}
