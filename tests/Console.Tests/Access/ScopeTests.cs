using System.Net;
using SentimentWatch.Console.Tests.Support;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Tests.Access;

public sealed class ScopeTests : IAsyncLifetime
{
    private ConsoleHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await ConsoleHost.StartAsync();
        _host.Data.Alerts.AddRange(
        [
            Samples.Alert("A1", "rqgs", title: "OWN-ALERT"),
            Samples.Alert("A2", "zjj", title: "OTHER-ALERT"),
            Samples.Alert("A3", "rqgs", "red", "RECUSED-ALERT", "rqgs"),
        ]);
        _host.Data.Records.AddRange(
        [
            Samples.Record("1", "rqgs", "OWN-RECORD"),
            Samples.Record("2", "zjj", "OTHER-RECORD"),
            Samples.Record("3", "rqgs", "RECUSED-RECORD", recused: "rqgs"),
        ]);
        _host.Data.Digests.Add(new DigestKey(DigestPeriod.Day, new DateOnly(2026, 11, 23)));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("/console")]
    [InlineData("/console/alerts")]
    [InlineData("/console/alerts?unit=zjj")]
    [InlineData("/console/records")]
    [InlineData("/console/records?unit=zjj")]
    public async Task A_unit_is_shown_only_its_own_matters(string path)
    {
        using var client = await _host.SignedInAsync(ConsoleHost.GasKey);

        var html = await client.GetStringAsync(path, Token);

        Assert.Contains("OWN-", html, StringComparison.Ordinal);
        Assert.DoesNotContain("OTHER-", html, StringComparison.Ordinal);
        Assert.DoesNotContain("RECUSED-", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/alerts/A2")]
    [InlineData("/console/alerts/A3")]
    [InlineData("/console/alerts/A999")]
    [InlineData("/console/records/hotline/2?day=2026-11-24")]
    [InlineData("/console/records/hotline/3?day=2026-11-24")]
    [InlineData("/console/digests")]
    [InlineData("/console/policies")]
    [InlineData("/console/policies/2026")]
    [InlineData("/console/policies/2026/page")]
    [InlineData("/console/digests/2026-11-23-day/page")]
    public async Task What_is_not_a_units_own_looks_as_if_it_did_not_exist(string path)
    {
        using var client = await _host.SignedInAsync(ConsoleHost.GasKey);

        using var answer = await client.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("A2")]
    [InlineData("A3")]
    public async Task A_unit_cannot_act_on_what_it_may_not_see(string id)
    {
        using var client = await _host.SignedInAsync(ConsoleHost.GasKey);

        using var answer = await ConsoleHost.PostAsync(client, "/console/alerts/A1", $"/console/alerts/{id}", ("step", "签收"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(_host.Data.Applied);
    }

    [Fact]
    public async Task A_member_that_speaks_against_the_unit_is_left_out_of_its_alert()
    {
        _host.Data.Log.Add(new("A1", 1, "发现", Samples.Now, "system", null, ["hotline:1", "hotline:3"]));
        using var client = await _host.SignedInAsync(ConsoleHost.GasKey);

        var html = await client.GetStringAsync("/console/alerts/A1", Token);

        Assert.Contains("OWN-RECORD", html, StringComparison.Ordinal);
        Assert.DoesNotContain("RECUSED-RECORD", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_all_and_changes_nothing()
    {
        using var client = await _host.SignedInAsync(ConsoleHost.ReaderKey);

        var html = await client.GetStringAsync("/console/alerts/A2", Token);
        using var answer = await ConsoleHost.PostAsync(client, "/console/alerts/A2", "/console/alerts/A2", ("step", "签收"));

        Assert.DoesNotContain("name=\"step\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(_host.Data.Applied);
    }
}
