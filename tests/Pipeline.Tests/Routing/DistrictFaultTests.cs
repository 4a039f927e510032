using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Tests.Routing;

/// <summary>A fault in a district's files is told in one sentence: file, place, fault.</summary>
public sealed class DistrictFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("district").FullName;

    public DistrictFaultTests()
    {
        foreach (var file in Directory.GetFiles(Licheng.Folder))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void The_shipped_district_loads()
    {
        var district = District.Load(_folder);
        Assert.Equal("历城区", district.Name);
        Assert.InRange(district.Roster.Units.Count, 80, 95);
        Assert.Equal([2024, 2025, 2026], district.Calendar.Years);
        Assert.Equal("区城市管理局", district.Roster.NameOf("csgl"));
        Assert.Equal(30, district.Topics.Functions.Count);
    }

    [Theory]
    [InlineData("units.json", "\"parent\": \"gafj\"", "\"parent\": \"nobody\"", "nobody")]
    [InlineData("units.json", "\"code\": \"zjj\"", "\"code\": \"csgl\"", "two units")]
    [InlineData("units.json", "\"kind\": \"superior\"", "\"kind\": \"king\"", "king")]
    [InlineData("areas.json", "\"unit\": \"tangye\"", "\"unit\": \"zjj\"", "zjj")]
    [InlineData("topics.json", "\"unit\": \"jnrl\"", "\"unit\": \"gone\"", "gone")]
    [InlineData("topics.json", "\"kind\": \"fire\"", "\"kind\": \"flame\"", "fire")]
    [InlineData("rules.json", "\"emergencyFrom\": 0.2", "\"emergencyFrom\": 35", "emergencyFrom")]
    [InlineData("rules.json", "\"secondUnitFrom\"", "\"second\"", "second")]
    [InlineData("clocks.json", "working-days", "workdays", "workdays")]
    [InlineData("clocks.json", "\"start\": \"next-working-day\"", "\"start\": \"next-day\"", "hotline.reply")]
    [InlineData("clocks.json", "\"start\": \"next-day\"", "\"start\": \"receipt\"", "same-day")]
    [InlineData("clocks.json", "\"start\": \"receipt\"", "\"start\": \"someday\"", "someday")]
    [InlineData("clocks.json", "\"start\": \"hotline.reply\"", "\"start\": \"hotline.answer\"", "hotline.answer")]
    [InlineData("clocks.json", "\"start\": \"hotline.reply\"", "\"start\": \"hotline-extension.extension\"", "itself")]
    [InlineData("clocks.json", "\"start\": \"receipt\", ", "", "start")]
    [InlineData("clocks.json", "\"amount\": 5,", "\"amount\": -5,", "back")]
    [InlineData("clocks.json", "\"amount\": 5,", "\"amount\": 0,", "counts 0")]
    [InlineData("clocks.json", "\"code\": \"opinion\"", "\"code\": \"hotline\"", "two clocks")]
    [InlineData("clocks.json", "\"code\": \"opinion\"", "\"code\": \"hot.line\"", "hot.line")]
    [InlineData("clocks.json", "\"time\": \"09:00:00\"", "\"time\": \"25:00\"", "time")]
    [InlineData("clocks.json", "\"start\": \"receipt\"", "\"start\": \"receipt\", \"time\": \"18:00:00\"", "time of day")]
    [InlineData("clocks.json", "\"step\": \"utilities\"", "\"step\": \"ordinary\"", "two rules")]
    [InlineData("calendar.json", "\"02-12\"", "\"02-30\"", "02-30")]
    [InlineData("calendar.json", "\"02-12\"", "\"02-10\"", "02-10")]
    public void The_fault_is_named(string file, string good, string bad, string named)
    {
        var path = Path.Combine(_folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(good, text, StringComparison.Ordinal);
        var at = text.IndexOf(good, StringComparison.Ordinal);
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), bad, text.AsSpan(at + good.Length)));
        var fault = Assert.Throws<DistrictException>(() => District.Load(_folder));
        Assert.Contains(file, fault.Message, StringComparison.Ordinal);
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(Path.Combine(_folder, "clocks.json"));
        Assert.Contains("clocks.json", Assert.Throws<DistrictException>(() => District.Load(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_json_tells_its_line()
    {
        File.WriteAllText(Path.Combine(_folder, "policies.json"), "[\n{ oops");
        Assert.Contains("line 2", Assert.Throws<DistrictException>(() => District.Load(_folder)).Message, StringComparison.Ordinal);
    }
}
