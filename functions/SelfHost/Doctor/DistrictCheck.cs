using System.Runtime.CompilerServices;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.SelfHost.Doctor;

/// <summary>Roster, places, words and clocks fit each other; the calendar knows this year and the next.</summary>
internal sealed class DistrictCheck(IConfiguration configuration, TimeProvider time) : ICheck
{
    private const string HotlineClock = "hotline";

    public string Name => "district";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        District? district = null;
        var fault = "";
        try
        {
            var loaded = District.Load(DistrictFiles.FolderOf(configuration));
            _ = new RecordDeadlines(new DeadlineCalculator(loaded.Clocks, loaded.Calendar), AlertRules.FromJson(loaded.Rules.Alerts));
            district = loaded;
        }
        catch (Exception e) when (e is DistrictException or System.Text.Json.JsonException)
        {
            fault = e.Message;
        }

        if (district is null)
        {
            yield return Finding.Fault(fault);
            yield break;
        }

        var streets = district.Roster.Units.Count(unit => unit.Kind == UnitKinds.Street);
        yield return Finding.Ok($"{district.Name}, {district.Roster.Units.Count} units, {streets} of them street offices");
        yield return Finding.Ok($"{district.Clocks.Count} clocks with {district.Clocks.Sum(clock => clock.Rules.Count)} deadlines");
        foreach (var finding in CalendarOf(district, ShanghaiTime.DayOf(time.GetUtcNow())))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> CalendarOf(District district, DateOnly today)
    {
        var years = district.Calendar.Years;
        if (!years.Contains(today.Year))
        {
            yield return Finding.Fault(
                $"calendar.json lacks {today.Year}, so deadlines in working days cannot be counted: add the year's weekday holidays and worked weekend days as the State Council announced them.");
            yield break;
        }

        yield return Finding.Ok($"calendar.json knows the working days of {string.Join(", ", years)}");
        if (years.Contains(today.Year + 1))
        {
            yield break;
        }

        var missing = $"calendar.json lacks {today.Year + 1}";
        var from = district.Clocks.Any(clock => clock.Code == HotlineClock)
            ? new DeadlineCalculator(district.Clocks, district.Calendar).UncountableFrom(HotlineClock, today)
            : null;
        yield return Finding.Warning(from is { } day
            ? $"{missing}: hotline deadlines can no longer be counted for what is received from {day:yyyy-MM-dd} on; add the year as soon as the State Council announces it (usually in November)"
            : $"{missing}: add the year as soon as the State Council announces it (usually in November)");
    }
}
