using System.Runtime.CompilerServices;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.SelfHost.Doctor;

/// <summary>Roster, places and words fit each other; the calendar knows this year and the next.</summary>
internal sealed class DistrictCheck(IConfiguration configuration) : ICheck
{
    public string Name => "district";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        District? district = null;
        var fault = "";
        try
        {
            district = District.Load(DistrictFiles.FolderOf(configuration));
        }
        catch (DistrictException e)
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
        var year = ShanghaiTime.DayOf(TimeProvider.System.GetUtcNow()).Year;
        yield return district.Calendar.Years.Contains(year)
            ? Finding.Ok($"calendar.json knows the working days of {string.Join(", ", district.Calendar.Years)}")
            : Finding.Fault($"calendar.json lacks {year}: add its holidays and worked weekends as the State Council announced them, deadlines cannot be counted without.");
        if (!district.Calendar.Years.Contains(year + 1))
        {
            yield return Finding.Ok($"calendar.json lacks {year + 1} yet: add it when it is announced (usually in November)");
        }
    }
}
