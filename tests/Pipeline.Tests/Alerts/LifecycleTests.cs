using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;

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

    private async Task<string> OpenAsync()
    {
        await new AlertDesk(_store, _store, new AlertRules(), _time, new Names()).HandleAsync([Sample.Judged()], Sample.Part(), Ct);
        return _store.Ids.Single();
    }

    private Task<ActionResult> TakeAsync(string id, string step) =>
        Actions.ApplyAsync(id, "zjj", step, "zjj via link", step == "回应" ? "https://example.org/1" : "说明", Ct);
}
