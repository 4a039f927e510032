using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Tests.Alerts;

public sealed class LifecycleTests
{
    private readonly MemoryAlertStore _store = new();
    private readonly FakeTimeProvider _time = new(Sample.Noon.AddHours(1));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Alert Row => Assert.Single(_store.Rows).Value;

    [Theory]
    [InlineData("签收", "acknowledged")]
    [InlineData("签收 办理", "handling")]
    [InlineData("签收 办理 回应", "answered")]
    [InlineData("签收 办理 回应 办理", "answered")]
    [InlineData("签收 回应 回访 办结", "closed")]
    [InlineData("签收 办理 办结 回访 重办", "handling")]
    [InlineData("退回", "returned")]
    [InlineData("退回 签收", "acknowledged")]
    [InlineData("误报", "closed")]
    public async Task Steps_lead_from_state_to_state(string steps, string state)
    {
        var id = await OpenAsync();
        foreach (var step in steps.Split(' '))
        {
            var result = await TakeAsync(id, step);
            Assert.True(result.Outcome == ActionOutcome.Done, result.Message);
        }

        Assert.Equal(state, Row.State);
    }

    [Theory]
    [InlineData("办理")]
    [InlineData("回应")]
    [InlineData("办结")]
    [InlineData("签收 重办")]
    [InlineData("签收 办结")]
    [InlineData("签收 办理 办结 签收")]
    [InlineData("签收 办理 退回")]
    public async Task A_step_that_does_not_fit_is_refused_with_a_reason(string steps)
    {
        var id = await OpenAsync();
        ActionResult? last = null;
        foreach (var step in steps.Split(' '))
        {
            last = await TakeAsync(id, step);
        }

        Assert.Equal(ActionOutcome.Illegal, last!.Outcome);
        Assert.Contains("不能", last.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("退回", null)]
    [InlineData("误报", " ")]
    [InlineData("升级", "x")]
    [InlineData("改派", null)]
    public async Task What_is_missing_is_asked_for(string step, string? note)
    {
        var id = await OpenAsync();
        var result = await Actions.ApplyAsync(id, AlertActors.Admin, step, "admin via console", note, Ct);
        Assert.Equal(ActionOutcome.Invalid, result.Outcome);
        Assert.Equal(2, _store.LogOf(id).Count);
    }

    [Fact]
    public async Task Acknowledging_stops_the_clock_and_again_changes_nothing()
    {
        var id = await OpenAsync();
        await TakeAsync(id, "签收");
        Assert.DoesNotContain(_store.Marks, clock => clock.Name == OpenClock.Acknowledge);
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(ActionOutcome.Already, (await TakeAsync(id, "签收")).Outcome);
        Assert.Equal((3, _time.GetUtcNow().AddMinutes(-3)), (_store.LogOf(id).Count, Row.AcknowledgedAt));
    }

    [Fact]
    public async Task Of_many_who_acknowledge_at_once_one_wins_and_the_others_are_told()
    {
        var id = await OpenAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(n =>
            Actions.ApplyAsync(id, "zjj", "签收", $"zjj via link {n}", null, Ct)));
        Assert.Single(results, result => result.Outcome == ActionOutcome.Done);
        Assert.Equal(15, results.Count(result => result.Outcome == ActionOutcome.Already));
        Assert.Single(_store.LogOf(id), entry => entry.Step == "签收");
    }

    [Fact]
    public async Task Another_unit_is_turned_away_and_a_supporting_one_acknowledges_for_itself()
    {
        var id = await OpenAsync();
        Assert.Equal(ActionOutcome.NotYours, (await Actions.ApplyAsync(id, "csj", "签收", "csj via teams", null, Ct)).Outcome);
        Assert.Equal(ActionOutcome.NotYours, (await Actions.ApplyAsync(id, "honglou", "退回", "honglou via teams", "不归我们", Ct)).Outcome);
        Assert.Equal(ActionOutcome.Done, (await Actions.ApplyAsync(id, "honglou", "签收", "honglou via teams", null, Ct)).Outcome);
        Assert.Equal(ActionOutcome.Already, (await Actions.ApplyAsync(id, "honglou", "签收", "honglou via teams", null, Ct)).Outcome);
        Assert.Equal(AlertState.Open, Row.State);
        Assert.Equal(["honglou"], Row.AcknowledgedSupport);
        Assert.Equal(OpenClock.AcknowledgeOf(Row), _store.Acknowledge);
        Assert.Equal(ActionOutcome.NotFound, (await Actions.ApplyAsync("A1", "zjj", "签收", "zjj", null, Ct)).Outcome);
    }

    [Fact]
    public async Task A_reassigned_alert_moves_to_the_new_unit_with_a_new_deadline_and_a_card()
    {
        var id = await OpenAsync();
        await TakeAsync(id, "退回");
        _time.Advance(TimeSpan.FromMinutes(5));
        var result = await Actions.ApplyAsync(new StepRequest(id, AlertActors.Admin, "改派", "admin via console", "归街道", To: "honglou"), Ct);
        Assert.True(result.Outcome == ActionOutcome.Done, result.Message);
        Assert.Equal(("honglou", AlertState.Open, _time.GetUtcNow().AddMinutes(15)), (Row.Unit, Row.State, Row.AcknowledgeBy));
        Assert.Equal(OpenClock.AcknowledgeOf(Row), _store.Acknowledge);
        Assert.Equal(["opened", "returned-3", "reassigned-4"], _store.Told.Select(told => told.News.Reason));
        Assert.Equal(ActionOutcome.NotYours, (await TakeAsync(id, "签收")).Outcome);
    }

    [Fact]
    public async Task A_returned_alert_proposes_support_then_the_function_then_the_street_then_the_office()
    {
        var id = await OpenAsync();
        await TakeAsync(id, "退回");
        Assert.Equal(("honglou", "honglou"), (Row.Proposed, _store.LogOf(id)[^1].To));
        Assert.Equal(["qzfb"], _store.Told[^1].News.To!);

        var alert = Row with { Street = "wangsheren", Support = [] };
        Assert.Equal("csj", NextUnit.Of(alert, new Serving("csj")));
        Assert.Equal("wangsheren", NextUnit.Of(alert with { FormerUnits = ["csj"] }, new Serving("csj")));
        Assert.Equal("qzfb", NextUnit.Of(alert with { FormerUnits = ["csj"], Street = "zjj" }, new Serving("csj")));
        Assert.Null(NextUnit.Of(alert with { FormerUnits = ["csj", "qzfb"], Street = null }, new Serving("csj")));
        Assert.Equal("wangsheren", NextUnit.Of(alert with { Recused = ["csj"] }, new Serving("csj")));
    }

    [Fact]
    public async Task Rules_that_change_later_do_not_change_a_running_alert()
    {
        var id = await OpenAsync(Sample.Judged("1", level: "urgent"));
        Assert.Equal(_time.GetUtcNow().AddMinutes(120), Row.AcknowledgeBy);
        var changed = new AlertRules { AckMinutes = new Dictionary<string, int> { ["red"] = 3, ["yellow"] = 4 }, Offices = ["csj"], DispatchOffice = "csj", RepeatMinutes = 1 };
        var desk = new AlertDesk(_store, _store, changed, _time, new Names());
        await desk.HandleAsync([Sample.Judged("2")], Sample.Part(1), Ct);
        Assert.Equal(("red", _time.GetUtcNow().AddMinutes(15)), (Row.Level, Row.AcknowledgeBy));
        await TakeAsync(id, "退回");
        Assert.Equal("qzfb", Row.MustAct);
        Assert.Equal(new AlertRules().Policy.Version, Row.Policy!.Version);
        Assert.NotEqual(changed.Policy.Version, Row.Policy.Version);
    }

    [Fact]
    public async Task Offices_supervise_remind_and_reassign_what_they_neither_lead_nor_support()
    {
        var id = await OpenAsync();
        Assert.Equal(ActionOutcome.NotYours, (await Actions.ApplyAsync(id, "zjj", "督办", "zjj via api", "尽快", Ct)).Outcome);
        Assert.Equal(ActionOutcome.NotYours, (await Actions.ApplyAsync(id, "wxb", "签收", "wxb via api", null, Ct)).Outcome);
        Assert.Equal(ActionOutcome.Done, (await Actions.ApplyAsync(id, "wxb", "督办", "wxb via api", "尽快", Ct)).Outcome);
        Assert.Equal(ActionOutcome.Already, (await Actions.ApplyAsync(id, "qzfb", "督办", "qzfb via api", "尽快", Ct)).Outcome);
        Assert.Equal(ActionOutcome.Done, (await Actions.ApplyAsync(id, "qzfb", "催办", "qzfb via api", null, Ct)).Outcome);
        Assert.Equal((true, AlertState.Open), (Row.Supervised, Row.State));
        Assert.Equal([("supervised-3", "zjj"), ("reminded-4", "zjj")], _store.Told.Where(told => !told.Recheck).Skip(1).Select(told => (told.News.Reason, told.News.To!.Single())));
        Assert.Equal(ActionOutcome.Done, (await Actions.ApplyAsync(new StepRequest(id, "qzfb", "改派", "qzfb via api", "归街道", To: "honglou"), Ct)).Outcome);
        Assert.Equal("honglou", Row.Unit);
    }

    [Fact]
    public async Task A_step_whose_process_dies_after_the_log_is_brought_to_its_end_by_its_settle_row()
    {
        var died = false;
        var store = new MemoryAlertStore(after =>
        {
            if (died && after)
            {
                throw new IOException("died");
            }
        });
        await new AlertDesk(store, store, new AlertRules(), _time, new Names()).HandleAsync([Sample.Judged()], Sample.Part(), Ct);
        _time.Advance(TimeSpan.FromMinutes(5));
        var id = store.Ids.Single();
        var shaky = new Lives.ShakyStore(store, () => died |= store.LogOf(id).Count == 3);
        await Assert.ThrowsAsync<Lives.DeathException>(() => new AlertActions(shaky, shaky, new Names(), _time).ApplyAsync(id, "zjj", "退回", "zjj via link", "不归我们", Ct));
        died = false;
        Assert.Equal("open", store.Rows.Values.Single().State);

        var settle = Assert.Single(store.Clocks.Values, row => row.IsSettle);
        await new AlertSettler(store, store).MendAsync(id, settle.DueAt.AddMinutes(-10), Ct);
        Assert.Equal("returned", store.Rows.Values.Single().State);
        Assert.Equal(("returned-3", true), (store.Told[^1].News.Reason, store.Told[^1].Recheck));
    }

    [Fact]
    public async Task A_record_against_a_unit_never_stands_with_what_that_unit_handles()
    {
        await OpenAsync();
        var desk = new AlertDesk(_store, _store, new AlertRules(), _time, new Names());
        await desk.HandleAsync([Sample.Judged("2", recused: ["honglou"])], Sample.Part(1), Ct);
        Assert.Equal(2, _store.Rows.Count);
        Assert.Single(_store.Rows.Values, row => row.Recused.Count > 0 && row.Support.Count == 0);
    }

    [Fact]
    public async Task A_note_is_masked_before_it_is_kept()
    {
        var id = await OpenAsync();
        await Actions.ApplyAsync(id, "zjj", "退回", "zjj via teams", "不归我们，联系人电话13812345678", Ct);
        Assert.DoesNotContain("13812345678", _store.LogOf(id)[2].Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_comes_again_adds_nothing()
    {
        var id = await OpenAsync();
        await TakeAsync(id, "签收");
        var request = new StepRequest(id, "zjj", "办理", "zjj via teams", "已到场", Source: "teams:1");
        Assert.Equal(ActionOutcome.Done, (await Actions.ApplyAsync(request, Ct)).Outcome);
        Assert.Equal(ActionOutcome.Already, (await Actions.ApplyAsync(request, Ct)).Outcome);
        Assert.Equal(4, _store.LogOf(id).Count);
    }

    [Fact]
    public Task Whatever_steps_are_tried_the_row_is_what_the_log_says() =>
        Gen.Select(Pick.Of("签收", "退回", "改派", "办理", "回应", "回访", "重办", "办结", "误报", "升级", "x"), Pick.Of("zjj", "honglou", "admin", "csj"))
            .Array[1, 20]
            .SampleAsync(async steps =>
            {
                var store = new MemoryAlertStore();
                await new AlertDesk(store, store, new AlertRules(), _time, new Names()).HandleAsync([Sample.Judged()], Sample.Part(), Ct);
                var id = store.Ids.Single();
                var actions = new AlertActions(store, store, new Names(), _time);
                foreach (var (step, unit) in steps)
                {
                    await actions.ApplyAsync(new StepRequest(id, unit, step, $"{unit} via test", "https://example.org/1", To: unit == "admin" ? "honglou" : null), Ct);
                }

                var alert = AlertFold.Of(store.LogOf(id)).Alert!;
                var row = store.Rows.Values.Single();
                return (row.Unit, row.State, row.LastSequence) == (alert.Unit, alert.State, alert.LastSequence)
                    && store.Marks.SequenceEqual(OpenClock.RowsOf(alert).OrderBy(clock => clock.RowKey, StringComparer.Ordinal))
                    && AlertState.NameOf(alert.State) != alert.State;
            }, iter: 300);

    private AlertActions Actions => new(_store, _store, new Names(), _time);

    private sealed class Serving(string unit) : IUnitNames
    {
        public string NameOf(string code) => code;

        public string? ParentOf(string code) => null;

        public bool IsKnown(string code) => true;

        public string? ServingUnit(string function, IReadOnlySet<string> excluded) => excluded.Contains(unit) ? null : unit;
    }

    private async Task<string> OpenAsync(JudgedRecord? judged = null)
    {
        await new AlertDesk(_store, _store, new AlertRules(), _time, new Names()).HandleAsync([judged ?? Sample.Judged()], Sample.Part(), Ct);
        return _store.Ids.Single();
    }

    private Task<ActionResult> TakeAsync(string id, string step) =>
        Actions.ApplyAsync(id, "zjj", step, "zjj via link", step == "回应" ? "https://example.org/1" : "说明", Ct);
}
