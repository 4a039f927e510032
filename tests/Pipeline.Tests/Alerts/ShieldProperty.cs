using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Models;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Tests.Routing;

namespace SentimentWatch.Pipeline.Tests.Alerts;

/// <summary>
/// Over generated records, rosters and rules, from the router to whoever is told: a report reaches neither its target nor a unit below it, and nobody
/// reads who complained (济南市12345市民服务热线条例 第32条, 第10条).
/// </summary>
public sealed class ShieldProperty
{
    private const string Caller = "联系人：王小明，电话13812345678，身份证370112199003074518";

    private static readonly Gen<Setting> Settings =
        from units in ReportProperty.Rosters
        from at in Gen.Int[0, 1000]
        from frame in Pick.Of(ReportProperty.Frames)
        from matter in Pick.Of(ReportProperty.Matters)
        from level in Pick.Of("urgent", "emergency")
        from kind in Pick.Of("gas-leak", "violence", "collapse")
        from offices in Gen.Int[0, 1000].Array[4]
        from channel in Pick.Of("hotline", "petition", "weibo")
        select new Setting(units, units[at % units.Length], string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, units[at % units.Length].Name, matter), level, kind, offices, channel);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task Nobody_it_speaks_against_is_reached_from_opening_to_the_last_escalation() => Settings.SampleAsync(
        async setting =>
        {
            var life = new Reported(setting);
            await life.LiveAsync();
            Assert.NotEmpty(life.Told);
            Assert.All(life.Told, unit => Assert.DoesNotContain(unit, life.Barred));
            foreach (var alert in life.States)
            {
                string?[] named = [alert.Unit, alert.Proposed, .. alert.Support, .. alert.Chain, .. alert.EscalatedTo];
                Assert.All(named.OfType<string>(), unit => Assert.DoesNotContain(unit, life.Barred));
                Assert.All(life.Barred, unit => Assert.False(Shield.Shows(alert, unit, life.Roster), unit));
            }

            Assert.DoesNotContain("13812345678", life.Written, StringComparison.Ordinal);
            Assert.DoesNotContain("370112199003074518", life.Written, StringComparison.Ordinal);
            Assert.DoesNotContain("王小明", life.Written, StringComparison.Ordinal);
        },
        iter: 300);

    private sealed record Setting(Unit[] Units, Unit Target, string Text, string Level, string Kind, int[] Offices, string Channel);

    private sealed class Reported
    {
        private readonly MemoryAlertStore _store = new();
        private readonly FakeTimeProvider _time = new(Sample.Noon.AddMinutes(5));
        private readonly Setting _setting;
        private readonly District _district;
        private readonly AlertRules _rules;

        public Reported(Setting setting)
        {
            _setting = setting;
            _district = ReportProperty.With(setting.Units);
            Barred = _district.Roster.WithSubordinates([setting.Target.Code]);
            string Office(int index) => setting.Units[setting.Offices[index] % setting.Units.Length].Code;
            _rules = new AlertRules { Offices = [Office(0), Office(1)], DispatchOffice = Office(2), ReadingOffice = Office(3) };
        }

        public IReadOnlySet<string> Barred { get; }

        public Roster Roster => _district.Roster;

        public IReadOnlyList<string> Told => [.. _store.Told.Select(told => told.News).Concat(Summed.News).SelectMany(news => Audience.Of(news, _rules.ReadingOffice, Roster))];

        public IReadOnlyList<Alert> States => [.. _store.Ids.SelectMany(id => AlertFold.StatesOf(_store.LogOf(id)))];

        public string Written => JsonSerializer.Serialize(_store.Ids.SelectMany(_store.LogOf)) + JsonSerializer.Serialize(_store.Rows.Values);

        private Summaries Summed { get; } = new();

        public async Task LiveAsync()
        {
            var record = new Masker("key").Mask(new SubmittedRecord
            {
                Channel = _setting.Channel, SourceId = "1", ReceivedAt = Sample.Noon, Title = "举报", Body = $"{_setting.Text}。{Caller}", Kind = "report",
            });
            var verdict = new Router(_district).Route(record, Licheng.Judged(_setting.Level, _setting.Kind, 0.9f), "t");
            var desk = new AlertDesk(_store, _store, _rules, _time, Roster);
            Assert.Equal(1, await desk.HandleAsync([new JudgedRecord(record, verdict)], Sample.Part(), Ct));
            var actions = new AlertActions(_store, _store, Roster, _time);
            var id = _store.Ids.Single();
            var lead = States[^1].Unit;
            Assert.True((await actions.ApplyAsync(id, lead, AlertStep.Returned, $"{lead} via test", $"不归我们。{Caller}", Ct)).Holds);
            foreach (var barred in Barred)
            {
                foreach (var step in new[] { AlertStep.Acknowledged, AlertStep.Supervised, AlertStep.Reminded, AlertStep.Reassigned })
                {
                    Assert.Equal(ActionOutcome.NotYours, (await actions.ApplyAsync(new StepRequest(id, barred, step, barred, "说明", To: barred), Ct)).Outcome);
                }

                Assert.False((await actions.ApplyAsync(new StepRequest(id, AlertActors.Admin, AlertStep.Reassigned, "admin", "说明", To: barred), Ct)).Holds);
                Assert.Empty((await _store.QueryAsync(new AlertQuery(barred, Supported: true), Ct)).Items);
            }

            if (States[^1].Proposed is { } next)
            {
                Assert.True((await actions.ApplyAsync(new StepRequest(id, AlertActors.Admin, AlertStep.Reassigned, "admin", "说明", To: next), Ct)).Holds);
            }

            // Every clock runs out: reminders, the units above, the offices, the repeats.
            var timer = new EscalationRun(
                _store, _store, Summed, new AlertSettler(_store, _store), _rules, Roster, new ClockNames([]), _time, NullLogger<EscalationRun>.Instance);
            for (var hour = 0; hour < 12; hour++)
            {
                _time.Advance(TimeSpan.FromHours(hour));
                await timer.RunAsync(Ct);
            }
        }
    }

    private sealed class Summaries : IAlertSummarizer
    {
        public List<Announcement> News { get; } = [];

        public Task SummarizeAsync(string heading, IReadOnlyList<Announcement> announcements, CancellationToken cancellationToken)
        {
            News.AddRange(announcements);
            return Task.CompletedTask;
        }
    }
}
