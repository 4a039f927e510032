using System.Text.Json;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Tests.Alerts.Lives;

/// <summary>What must hold of every life, said once more and independently of the code under test.</summary>
internal static class LifeChecks
{
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["open"] = "签收acknowledged 退回returned 改派open 误报closed 合并open 催办open 督办open 派发open",
        ["returned"] = "签收acknowledged 改派open 误报closed 合并returned 催办returned 督办returned",
        ["acknowledged"] = "退回returned 改派open 办理handling 延期acknowledged 回应answered 误报closed 合并acknowledged 催办acknowledged 督办acknowledged",
        ["handling"] = "办理handling 改派open 延期handling 回应answered 办结closed 误报closed 合并handling 催办handling 督办handling",
        ["answered"] = "办理answered 延期answered 回应answered 回访answered 重办handling 办结closed 合并answered 催办answered 督办answered",
        ["closed"] = "回访closed 重办handling 合并closed 合并open",
    };

    public static void Hold(Life life)
    {
        Assert.Equal(Enumerable.Range(1, life.Log.Count), life.Log.Select(entry => entry.Sequence));
        var states = AlertFold.StatesOf(life.Log).ToList();
        for (var count = 1; count < states.Count; count++)
        {
            Follows(states[count - 1], states[count], life.Log[count]);
        }

        var fold = AlertFold.Of(life.Log);
        var alert = fold.Alert!;
        Assert.Equal(Text(states[^1]), Text(alert));
        Assert.Equal(Text(alert), Text(Assert.Single(life.Rows)));
        Assert.Equal(
            OpenClock.RowsOf(alert).OrderBy(row => row.RowKey, StringComparer.Ordinal),
            life.Clocks.OrderBy(row => row.RowKey, StringComparer.Ordinal));
        NothingLostNorDoubled(life);
        Assert.Subset(life.Told.ToHashSet(), fold.Announcements.Select(news => news.Reason).ToHashSet());
    }

    // An accepted step stands in the log once, a refused one not at all, one that broke off at most once.
    private static void NothingLostNorDoubled(Life life)
    {
        var taken = life.Log.CountBy(entry => entry.By).Where(by => by.Key != AlertActors.System).ToDictionary();
        Assert.All(taken, by => Assert.Equal(1, by.Value));
        Assert.Subset(taken.Keys.ToHashSet(), life.Done.ToHashSet());
        Assert.Subset(life.Done.Union(life.Broken).ToHashSet(), taken.Keys.ToHashSet());
        Assert.Empty(life.Refused.Except(life.Broken).Intersect(taken.Keys));
        var members = life.Log.SelectMany(entry => entry.Records ?? []).ToList();
        Assert.Equal(life.Joined.Distinct().Order(), members.Distinct().Order());
        var sources = life.Log.Where(entry => entry.Source?.StartsWith("clock:", StringComparison.Ordinal) == true).Select(entry => entry.Source).ToList();
        Assert.Equal(sources.Distinct(), sources);
    }

    private static void Follows(Alert before, Alert after, AlertLogEntry entry)
    {
        if (entry.Unit is not (AlertActors.System or AlertActors.Admin or "qzfb" or "wxb") && entry.Unit != before.Unit)
        {
            Assert.True(before.Support.Contains(entry.Unit) && entry.Step is "签收" or "办理", $"{entry.Unit} took {entry.Step}");
            Assert.Equal(before.State, after.State);
            return;
        }

        Assert.True(Allowed[before.State].Split(' ').Contains(entry.Step + after.State), $"{before.State} {entry.Step} {after.State}");
        Assert.Equal(after.State == "closed", after.ClosedAt is not null);
        Assert.Equal(after.State is "open" or "returned", after.Deadlines.Any(deadline => deadline.Clock == "acknowledge"));
        Assert.All(after.Deadlines, deadline => Assert.True(deadline.RunsIn(after.State)));
        Assert.DoesNotContain(after.Unit, after.Support);
        string?[] reached = [after.Unit, after.Proposed, .. after.Support, .. after.AcknowledgedSupport, .. after.Chain, .. after.EscalatedTo];
        Assert.All(after.Recused, unit => Assert.DoesNotContain(unit, reached));
        Assert.True(after.Recused.Count == 0 || !reached.Contains("csjz"), "a unit under the recused one was reached");
        Assert.All(after.FormerUnits, unit => Assert.DoesNotContain(unit, (string?[])[after.Unit, after.Proposed]));
    }

    private static string Text(Alert alert) => JsonSerializer.Serialize(alert);
}
