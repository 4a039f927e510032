using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Tests.Alerts.Lives;

/// <summary>One alert's life under two writers on one store. What each wanted and was told is kept, to compare it with the log.</summary>
internal sealed class Life
{
    private readonly ShakyStore _store;
    private readonly FakeTimeProvider _time = new(Sample.Noon.AddHours(1).ToUniversalTime());
    private readonly AlertDesk _desk;
    private readonly AlertActions _actions;
    private readonly AlertSettler _settler;
    private readonly string[] _recused;
    private readonly string _matter;
    private bool _mayDie;
    private int _asked;
    private int _busy;

    public Life(IAlertStore store, Random chance, bool against, string matter = "洪楼广场")
    {
        _store = new ShakyStore(store, () => _mayDie && Dies(chance));
        var units = new LifeRoster();
        _desk = new AlertDesk(_store, _store, new AlertRules(), _time, units);
        _actions = new AlertActions(_store, _store, units, _time);
        _settler = new AlertSettler(_store, _store);
        _recused = against ? ["csj"] : [];
        _matter = matter;
    }

    public string Id { get; private set; } = "";

    public ConcurrentBag<string> Done { get; } = [];

    public ConcurrentBag<string> Refused { get; } = [];

    public ConcurrentBag<string> Broken { get; } = [];

    public ConcurrentBag<string> Joined { get; } = [];

    public IEnumerable<string> Told => _store.Told;

    public IReadOnlyList<AlertLogEntry> Log { get; private set; } = [];

    public IReadOnlyList<Alert> Rows { get; private set; } = [];

    public IReadOnlyList<OpenClock> Clocks { get; private set; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Opens the alert, lets both writers do what they do at once, and brings what broke off to its end.</summary>
    public async Task LiveAsync(IReadOnlyList<LifeStep> first, IReadOnlyList<LifeStep> second)
    {
        Id = MatterKey.Of(Record(0, grave: false)).AlertId(0);
        _mayDie = true;
        await Task.WhenAll(JoinAsync(0, grave: false), WriteAsync(first), WriteAsync(second));
        _mayDie = false;
        _time.Advance(TimeSpan.FromMinutes(3));
        await TimerAsync();
        Log = await _store.LogAsync(Id, Ct);
        Rows = [.. (await _store.QueryAsync(new AlertQuery(), Ct)).Items.Where(row => row.Id == Id)];
        Clocks = [.. (await DueAsync(DateTimeOffset.MaxValue)).Where(row => row.AlertId == Id)];
    }

    private async Task WriteAsync(IReadOnlyList<LifeStep> steps)
    {
        foreach (var step in steps)
        {
            switch (step.What)
            {
                case "join":
                    await JoinAsync(step.Number, step.Grave);
                    break;
                case "wait":
                    await WaitAsync(TimeSpan.FromMinutes(step.Number * step.Number));
                    break;
                case "timer":
                    await SurviveAsync(TimerAsync);
                    break;
                case "next":
                    await BusyAsync(async () => await ActAsync(await NextAsync(step)));
                    break;
                default:
                    await BusyAsync(() => ActAsync(step));
                    break;
            }
        }
    }

    // No step takes minutes, or the settle row that it leaves would come while it is under way; a part takes that care itself.
    private async Task WaitAsync(TimeSpan time)
    {
        while (_busy > 0)
        {
            await Task.Yield();
        }

        _time.Advance(time);
    }

    private async Task BusyAsync(Func<Task> step)
    {
        Interlocked.Increment(ref _busy);
        await step();
        Interlocked.Decrement(ref _busy);
    }

    // Chance alone seldom closes an alert.
    private async Task<LifeStep> NextAsync(LifeStep step)
    {
        var alert = AlertFold.Of(await _store.LogAsync(Id, Ct)).Alert;
        return step with
        {
            Unit = alert?.State == AlertState.Returned ? AlertActors.Admin : alert?.Unit ?? "zjj",
            Note = "https://example.org/1 进展：已到场；措施：更换阀门",
            To = alert?.Proposed,
            Step = alert?.State switch
            {
                AlertState.Returned => "改派",
                AlertState.Acknowledged => "办理",
                AlertState.Handling => step.Grave ? "回应" : "办结",
                AlertState.Answered => step.Grave ? "回访" : "办结",
                AlertState.Closed => "重办",
                _ => "签收",
            },
        };
    }

    private async Task ActAsync(LifeStep step)
    {
        var by = $"{step.Unit} via test {Interlocked.Increment(ref _asked)}";
        var request = new StepRequest(
            Id, step.Unit, step.Step, by, step.Note, step.To, Source: by, Until: step.Number % 7 == 0 ? null : DateOnly.FromDateTime(_time.GetUtcNow().AddDays(step.Number).Date));
        do
        {
            try
            {
                var result = await _actions.ApplyAsync(request, Ct);
                if (result.Outcome == ActionOutcome.Done)
                {
                    Done.Add(by);
                }
                else if (!result.Holds)
                {
                    Refused.Add(by);
                }

                return;
            }
            catch (DeathException)
            {
                Broken.Add(by);
            }
        }
        while (step.Again);
    }

    // As the queue does: a part comes again until it got through.
    private async Task JoinAsync(int number, bool grave)
    {
        var record = Record(number, grave);
        Joined.Add(record.Record.Key);
        for (var replayed = false; ; replayed = true)
        {
            try
            {
                await _desk.HandleAsync([record], Sample.Part(number, replayed), Ct);
                return;
            }
            catch (DeathException)
            {
                continue;
            }
        }
    }

    // What the escalation timer does, one row after the other; a row goes last, so that whoever dies before meets it again.
    private async Task TimerAsync()
    {
        foreach (var row in (await DueAsync(_time.GetUtcNow())).Where(row => row.AlertId == Id))
        {
            var log = await _store.LogAsync(Id, Ct);
            if (AlertFold.Of(log).Alert is { } alert && OpenClock.RowsOf(alert).Any(own => own.RowKey == row.RowKey))
            {
                var entry = new AlertLogEntry(Id, alert.LastSequence + 1, AlertStep.Reminded, _time.GetUtcNow(), AlertActors.System, To: alert.MustAct, Source: row.Source);
                if (await _store.TryAppendAsync([entry], Ct))
                {
                    IReadOnlyList<AlertLogEntry> longer = [.. log, entry];
                    await _store.AnnounceAsync([AlertFold.Of(longer).Announcements[^1]], recheck: false, Ct);
                    await _settler.SettleAsync(longer, OpenClock.RowsOf(alert), Ct);
                    await _store.RemoveClockAsync(row, Ct);
                }

                continue;
            }

            await _settler.MendAsync(Id, row.DueAt - TimeSpan.FromMinutes(10), Ct);
            await _store.RemoveClockAsync(row, Ct);
        }
    }

    private async Task<List<OpenClock>> DueAsync(DateTimeOffset until)
    {
        List<OpenClock> rows = [];
        await foreach (var page in _store.DueAsync(until, Ct))
        {
            rows.AddRange(page);
        }

        return rows;
    }

    private static async Task SurviveAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (DeathException)
        {
            // The next run of the timer takes over.
            return;
        }
    }

    private static bool Dies(Random chance)
    {
        lock (chance)
        {
            return chance.Next(60) == 0;
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    // A record of the last hours may tell of a matter that was closed before: within the matter's day, or it would be another matter.
    private JudgedRecord Record(int number, bool grave) => Sample.Judged(
        $"{number}",
        grave ? "emergency" : "urgent",
        received: number > 30 ? Earlier(_time.GetUtcNow(), Sample.Noon.AddHours(15)) : Sample.Noon,
        place: new PlaceMatch("honglou", _matter, "landmark"),
        support: ["honglou", "csj", "csjz"],
        recused: _recused);
}

/// <summary>A roster of a few invented units, one under another.</summary>
internal sealed class LifeRoster : IUnitNames
{
    private static readonly Dictionary<string, string?> Parents = new(StringComparer.Ordinal)
    {
        ["zjj"] = "qzfb", ["honglou"] = "qzfb", ["csj"] = "qzfb", ["csjz"] = "csj", ["fgj"] = "qzfb", ["wxb"] = "qwb", ["qzfb"] = null, ["qwb"] = null,
    };

    public string NameOf(string code) => code;

    public string? ParentOf(string code) => Parents.GetValueOrDefault(code);

    public bool IsKnown(string code) => Parents.ContainsKey(code);

    public string? ServingUnit(string function, IReadOnlySet<string> excluded) => Parents.Keys.FirstOrDefault(unit => !excluded.Contains(unit));
}
