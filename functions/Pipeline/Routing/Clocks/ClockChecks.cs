using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>Checks that every deadline of <c>clocks.json</c> can be counted.</summary>
internal static class ClockChecks
{
    private const int MostUnits = 1_000;

    /// <summary>Throws for the first fault.</summary>
    public static void Check(IReadOnlyList<Clock> clocks)
    {
        var rules = new Dictionary<string, ClockRule>(StringComparer.Ordinal);
        foreach (var clock in clocks)
        {
            Require(IsCode(clock.Code), $"'{clock.Code}'", "is no code; use small letters, digits and '-'");
            Require(clock.Name.Length > 0, clock.Code, "has no name");
            Require(clocks.Count(other => other.Code == clock.Code) == 1, clock.Code, "is the code of two clocks");
            Require(clock.Rules.Count > 0, clock.Code, "has no rules");
            foreach (var rule in clock.Rules)
            {
                var where = $"{clock.Code}.{rule.Step}";
                Require(IsCode(rule.Step), where, "is no code; use small letters, digits and '-'");
                Require(rules.TryAdd(where, rule), where, "is the step of two rules");
                CheckRule(where, rule);
            }
        }

        foreach (var (where, rule) in rules)
        {
            var (at, steps) = (rule, 0);
            while (at.Follows)
            {
                Require(rules.TryGetValue(at.Start, out at!), where, $"is counted from '{rule.Start}', which leads to no rule of this file");
                Require(++steps <= rules.Count, where, "is, some deadlines on, counted from itself");
            }
        }
    }

    private static void CheckRule(string where, ClockRule rule)
    {
        Require(rule.Name.Length > 0, where, "has no name");
        Require(rule.Text.Length > 0, where, "has no text");
        Require(rule.Source.Length > 0, where, "names no source");
        Require(Math.Abs((long)rule.Amount) is > 0 and <= MostUnits, where, $"counts {rule.Amount}; give a number from 1 to {MostUnits}");
        Require(rule.Amount > 0 || rule.Follows, where, "counts back from receipt; only a deadline counted from another may be below 0");
        string[] starts = rule.Unit switch
        {
            ClockUnit.Hours => [ClockStart.Receipt],
            ClockUnit.Days => [ClockStart.NextDay, ClockStart.SameDay],
            ClockUnit.WorkingDays => [ClockStart.NextWorkingDay, ClockStart.SameDay],
            _ => throw Fault(where, $"counts in '{rule.Unit}'; use hours, days or working-days"),
        };
        Require(rule.Follows || starts.Contains(rule.Start), where, $"starts at '{rule.Start}'; {rule.Unit} start at {string.Join(" or ", starts)}, or at another deadline as clock.step");
        Require(rule.Time is null || rule.Unit != ClockUnit.Hours, where, "has a time of day; hours end by themselves, remove it");
    }

    private static bool IsCode(string code) => code.Length > 0 && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static void Require(bool holds, string where, string fault)
    {
        if (!holds)
        {
            throw Fault(where, fault);
        }
    }

    private static DistrictException Fault(string where, string fault) => new("clocks.json", where, fault);
}
