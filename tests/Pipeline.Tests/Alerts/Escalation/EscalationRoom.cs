using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Tests.Alerts;

/// <summary>Alerts on a virtual clock with an escalation timer; nobody tells anything but this room.</summary>
internal sealed class EscalationRoom : IAlertAnnouncer, IAlertSummarizer
{
    private readonly Units _units = new();

    public EscalationRoom(Action<bool>? fault = null) => Store = new MemoryAlertStore(fault);

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public MemoryAlertStore Store { get; }

    public FakeTimeProvider Time { get; } = new(Sample.Noon.AddHours(1));

    public AlertRules Rules { get; } = new() { Offices = ["qzfb", "wxb"], DispatchOffice = "qzfb", ReadingOffice = "wxb" };

    public List<(Announcement News, bool Recheck)> Told { get; } = [];

    public List<(string Heading, IReadOnlyList<Announcement> Items)> Summaries { get; } = [];

    /// <summary>Makes the next hand-over fail.</summary>
    public bool Broken { get; set; }

    public EscalationRun Timer => new(
        Store, this, this, new AlertSettler(Store, this), Rules, _units, new ClockNames([]), Time, NullLogger<EscalationRun>.Instance);

    public Alert Alert => Store.Rows.Values.Single();

    public IReadOnlyList<string> Steps => [.. Store.LogOf(Alert.Id).Select(entry => entry.Step)];

    public async Task<Alert> OpenAsync(params JudgedRecord[] records)
    {
        await new AlertDesk(Store, Store, Rules, Time, _units).HandleAsync(records, Sample.Part(), Ct);
        return Store.Rows.Values.Last();
    }

    public async Task AcknowledgeAsync(Alert alert)
    {
        var result = await new AlertActions(Store, Store, _units, Time).ApplyAsync(alert.Id, alert.Unit, AlertStep.Acknowledged, $"{alert.Unit} via link", null, Ct);
        Assert.True(result.Holds);
    }

    /// <summary>Lets time pass and runs the timer once.</summary>
    public Task<EscalationReport> AfterAsync(TimeSpan time)
    {
        Time.Advance(time);
        return Timer.RunAsync(Ct);
    }

    public Task AnnounceAsync(IReadOnlyList<Announcement> announcements, bool recheck, CancellationToken cancellationToken)
    {
        Fail();
        Told.AddRange(announcements.Select(news => (news, recheck)));
        return Task.CompletedTask;
    }

    public Task SummarizeAsync(string heading, IReadOnlyList<Announcement> announcements, CancellationToken cancellationToken)
    {
        Fail();
        Summaries.Add((heading, announcements));
        return Task.CompletedTask;
    }

    private void Fail()
    {
        if (Broken)
        {
            Broken = false;
            throw new IOException("The queue is away.");
        }
    }

    /// <summary>zjj stands under qzfb; every other unit stands alone.</summary>
    private sealed class Units : IUnitNames
    {
        public string NameOf(string code) => code;

        public string? ParentOf(string code) => code == "zjj" ? "cjw" : null;

        public bool IsKnown(string code) => true;
    }
}
