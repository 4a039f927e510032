using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Tests.Routing;

/// <summary>A fault in a policy is told in one sentence when the district loads.</summary>
public sealed class PolicyFaultTests : IDisposable
{
    private const string Good =
        """{"code":"parking-1","name":"某某办法（试行）","unit":"jtj","publishedOn":"2026-03-01","effectiveOn":"2026-04-01","keywords":["停车办法","停车…收费"],"matters":["停车难"]}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("district").FullName;

    public PolicyFaultTests()
    {
        foreach (var file in Directory.GetFiles(Licheng.Folder))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_policy_loads()
    {
        Write($"[{Good}]");
        var policy = Assert.Single(District.Load(_folder).Policies);
        Assert.Equal(new DateOnly(2026, 3, 1), policy.PublishedOn);
        Assert.Equal(["停车难"], policy.Matters);
    }

    [Theory]
    [InlineData("parking-1", "Parking 1", "lower-case")]
    [InlineData("\"jtj\"", "\"nobody\"", "nobody")]
    [InlineData("2026-04-01", "2026-02-01", "before it was published")]
    [InlineData("某某办法（试行）", " ", "no name")]
    [InlineData("\"停车办法\",\"停车…收费\"", "", "no keyword")]
    [InlineData("停车办法", "车", "find everything")]
    [InlineData("停车…收费", "停车…", "find everything")]
    [InlineData("停车难", "停车办法", "twice")]
    [InlineData("\"unit\":\"jtj\",", "", "unit")]
    [InlineData("\"matters\"", "\"topics\"", "topics")]
    public void The_fault_is_named(string good, string bad, string named)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Write($"[{Good.Replace(good, bad, StringComparison.Ordinal)}]");
        var fault = Assert.Throws<DistrictException>(() => District.Load(_folder));
        Assert.Contains("policies.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_policies_of_one_code_are_a_fault()
    {
        Write($"[{Good},{Good}]");
        Assert.Contains("two policies", Assert.Throws<DistrictException>(() => District.Load(_folder)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"windowDays\": 60", "\"windowDays\": 0", "windowDays")]
    [InlineData("\"perWeek\": 8", "\"perWeek\": 80", "orange")]
    [InlineData("\"signalsNeeded\": 2", "\"signalsNeeded\": 4", "signalsNeeded")]
    public void A_rule_out_of_its_range_is_named(string good, string bad, string named)
    {
        var path = Path.Combine(_folder, "rules.json");
        var text = File.ReadAllText(path);
        Assert.Contains(good, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(good, bad, StringComparison.Ordinal));
        Assert.Contains(named, Assert.Throws<DistrictException>(() => District.Load(_folder)).Message, StringComparison.Ordinal);
    }

    private void Write(string json) => File.WriteAllText(Path.Combine(_folder, "policies.json"), json);
}
