using Azure.Data.Tables;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Alerts;

/// <summary>The host stands still for six hours while more than 200 clocks run: on its return nothing that was due is lost and nobody is flooded.</summary>
public sealed class OutageTests(AzuriteFixture azurite)
{
    private const int PerUnit = 9;

    private static readonly string[] Leads = ["zjj", "csgl", "yjj", "jtj", "swj", "scjgj", "jytyj", "mzj"];
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(8));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_reminder_and_escalation_is_accounted_for_with_one_summary_a_unit()
    {
        var district = District.Load(Path.Combine(AppContext.BaseDirectory, "Districts", "licheng"));
        var leads = Leads.Where(district.Roster.IsKnown).ToArray();
        Assert.Equal(Leads.Length, leads.Length);
        await using var town = await Town.OpenAsync(azurite, Morning, [.. leads, "qzfb", "wxb"]);
        var alerts = await OpenAsync(town, leads);
        await AcknowledgeThirdAsync(town, alerts);
        var clocks = (await RowsAsync(town)).Count;
        Assert.True(clocks >= 200, $"{clocks} clocks run.");

        var before = await AlertsAsync(town, alerts);
        foreach (var receiver in town.Receivers.Values)
        {
            receiver.Bodies.Clear();
        }

        town.Time.Advance(TimeSpan.FromHours(6));
        var back = town.Time.GetUtcNow();
        var report = await town.Get<EscalationRun>().RunAsync(Ct);
        await town.TellAsync(Ct);

        var due = await AccountedForAsync(town, before, back, report);
        TestContext.Current.TestOutputHelper!.WriteLine($"{clocks} rows of clocks, {due} moments came, {report.Steps} steps, {report.News} pieces of news, {town.Receivers.Count} units");
        Assert.All(town.Receivers, pair => Assert.Contains("系统中断后补发", Assert.Single(pair.Value.Bodies), StringComparison.Ordinal));

        // The next run, a minute later, finds nothing left to do.
        town.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await town.Get<EscalationRun>().RunAsync(Ct)).Steps);
    }

    private static async Task<IReadOnlyList<Alert>> OpenAsync(Town town, string[] leads)
    {
        var records = leads.SelectMany((lead, unit) => Enumerable.Range(0, PerUnit).Select(n =>
            Town.Judged($"{lead}-{n}", lead, $"{(char)('甲' + unit)}{(char)(0x4E00 + n)}楼道里燃气味很大", town.Time.GetUtcNow())));
        await town.Get<AlertDesk>().HandleAsync([.. records], new PartContext("b1", 0, town.Time.GetUtcNow(), Replayed: false), Ct);
        await town.TellAsync(Ct);
        return (await town.Store.QueryAsync(new AlertQuery(PageSize: 1_000), Ct)).Items;
    }

    private static async Task AcknowledgeThirdAsync(Town town, IReadOnlyList<Alert> alerts)
    {
        town.Time.Advance(TimeSpan.FromMinutes(3));
        foreach (var alert in alerts.Where((_, index) => index % 3 == 0))
        {
            Assert.True((await town.Get<AlertActions>().ApplyAsync(alert.Id, alert.Unit, AlertStep.Acknowledged, $"{alert.Unit} via link", null, Ct)).Holds);
        }
    }

    private static async Task<IReadOnlyList<Alert>> AlertsAsync(Town town, IReadOnlyList<Alert> alerts) =>
        [.. await Task.WhenAll(alerts.Select(async alert => AlertFold.Of(await town.Store.LogAsync(alert.Id, Ct)).Alert!))];

    private static async Task<int> AccountedForAsync(Town town, IReadOnlyList<Alert> before, DateTimeOffset back, EscalationReport report)
    {
        var steps = 0;
        var told = await ToldAsync(town);
        foreach (var alert in before)
        {
            var log = await town.Store.LogAsync(alert.Id, Ct);
            foreach (var mark in alert.Deadlines.SelectMany(deadline => deadline.Marks, (deadline, mark) => (Deadline: deadline, Mark: mark)).Where(pair => pair.Mark.At <= back))
            {
                var clock = mark.Mark.Kind == AlertMark.Due ? mark.Deadline.Clock : $"{mark.Deadline.Clock}:{mark.Mark.Kind}";
                var entry = Assert.Single(log, entry => entry.Source == new OpenClock(alert.Id, clock, mark.Mark.At, "", "").Source);
                Assert.All(entry.To!.Split(','), unit => Assert.Contains((alert.Id, entry.Sequence, unit), told));
                steps++;
            }
        }

        Assert.True(steps >= 150, $"{steps} were due.");
        Assert.InRange(report.Steps, steps, steps + before.Count);
        var running = (await AlertsAsync(town, before)).SelectMany(OpenClock.RowsOf).Select(row => row.RowKey);
        Assert.Equal(running.Order(StringComparer.Ordinal), (await RowsAsync(town)).Order(StringComparer.Ordinal));
        return steps;
    }

    private static async Task<HashSet<(string Alert, int Sequence, string Unit)>> ToldAsync(Town town)
    {
        HashSet<(string Alert, int Sequence, string Unit)> told = [];
        await foreach (var row in town.Get<StorageClients>().Table(StorageNames.NotifyLog).QueryAsync<TableEntity>("Outcome eq 'sent'", cancellationToken: Ct))
        {
            if (row.GetString("Reason").Split('-') is [_, var sequence])
            {
                told.Add((row.GetString("AlertId"), int.TryParse(sequence, out var number) ? number : 0, row.GetString("Target")));
            }
        }

        return told;
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(Town town)
    {
        List<string> keys = [];
        await foreach (var row in town.Get<StorageClients>().Table(StorageNames.OpenClocks).QueryAsync<TableEntity>(cancellationToken: Ct))
        {
            if (!row.RowKey.Contains("_settle", StringComparison.Ordinal))
            {
                keys.Add(row.RowKey);
            }
        }

        return keys;
    }
}
