using System.Text.Json;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Tests.Alerts;

public sealed class AlertRulesTests
{
    [Theory]
    [InlineData("emergency", 0.9f, "gas-leak", "red", false)]
    [InlineData("emergency", 0.5f, "fire", "red", false)]
    [InlineData("emergency", 0.9f, "utility-outage", "orange", false)]
    [InlineData("emergency", 0.49f, "fire", "orange", true)]
    [InlineData("urgent", 0.3f, "electric", "yellow", false)]
    [InlineData("urgent", 0.3f, "utility-outage", null, false)]
    [InlineData("routine", 0.0f, null, null, false)]
    public void A_verdict_calls_for_a_level(string urgency, float probability, string? kind, string? level, bool doubtful)
    {
        var grade = new AlertRules().GradeOf(Sample.Judged(level: urgency, probability: probability, kind: kind).Verdict);
        Assert.Equal(level, grade?.Level);
        Assert.Equal(doubtful, grade?.Doubtful ?? false);
    }

    [Fact]
    public void A_district_changes_what_it_names_and_keeps_the_rest()
    {
        var rules = AlertRules.FromJson(JsonElement.Parse("""{"alertMaxAgeDays":7,"ackMinutes":{"red":5},"redListedKinds":["fire"]}"""));
        Assert.Equal((7, 5, 30), (rules.AlertMaxAgeDays, rules.MinutesFor("red"), rules.MinutesFor("orange")));
        Assert.Equal("yellow", rules.GradeOf(Sample.Judged(level: "urgent", kind: "fire").Verdict)?.Level);
        Assert.Null(rules.GradeOf(Sample.Judged(level: "urgent", kind: "electric").Verdict));
    }

    [Theory]
    [InlineData("""{"alertMaxAgeDays":0}""")]
    [InlineData("""{"ackMinutes":{"red":0}}""")]
    [InlineData("""{"alertMaxAgeDays":"soon"}""")]
    public void Nonsense_in_the_rules_is_refused(string json) =>
        Assert.Throws<JsonException>(() => AlertRules.FromJson(JsonElement.Parse(json)));
}
