using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Tests.Routing;

namespace SentimentWatch.Pipeline.Tests.Alerts;

/// <summary>The law's clocks through an alert's life, on the shipped district.</summary>
public sealed class LegalClockTests
{
    private readonly MemoryAlertStore _store = new();
    private readonly FakeTimeProvider _time = new(Sample.Noon.AddHours(1));
    private readonly ILegalClocks _clocks;

    public LegalClockTests()
    {
        var calculator = new DeadlineCalculator(Licheng.District.Clocks, Licheng.District.Calendar);
        var rules = new AlertRules();
        _clocks = new LegalClocks(new RecordDeadlines(calculator, rules), new ReturnLimits(calculator), new Extensions(calculator, rules));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Alert Row => Assert.Single(_store.Rows).Value;

    private string Reply => Row.Deadlines.Single(deadline => deadline.Clock == "hotline.reply").DueText;

    [Fact]
    public async Task A_hotline_record_brings_its_five_working_days_and_two_to_return()
    {
        await OpenAsync();
        Assert.Equal("11-27 23:59", Reply);
        Assert.Equal("11-24 23:59", $"{ShanghaiTime.Of(Row.ReturnBy!.Value):MM-dd HH:mm}");
    }

    [Fact]
    public async Task A_return_is_taken_to_its_last_second_and_then_refused_with_a_sentence()
    {
        var id = await OpenAsync();
        _time.SetUtcNow(Row.ReturnBy!.Value);
        Assert.Equal(ActionOutcome.Done, (await TakeAsync(id, AlertStep.Returned)).Outcome);
        Assert.True((await TakeAsync(id, AlertStep.Acknowledged)).Holds);
        _time.Advance(TimeSpan.FromSeconds(1));
        var late = await TakeAsync(id, AlertStep.Returned);
        Assert.Equal(ActionOutcome.Illegal, late.Outcome);
        Assert.Contains("退回期限为 11-24 23:59", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_extension_needs_progress_measures_and_a_lawful_date()
    {
        var id = await OpenAsync();
        await TakeAsync(id, AlertStep.Acknowledged);
        const string Note = "进展：管线已定位；措施：更换阀门";
        Assert.Contains("日期", (await ExtendAsync(id, Note, null)).Message, StringComparison.Ordinal);
        Assert.Contains("进展和措施，例如", (await ExtendAsync(id, "来不及", new DateOnly(2026, 12, 4))).Message, StringComparison.Ordinal);
        Assert.Contains("最迟可延至 2026-12-11", (await ExtendAsync(id, Note, new DateOnly(2026, 12, 12))).Message, StringComparison.Ordinal);
        Assert.Contains("须晚于", (await ExtendAsync(id, Note, new DateOnly(2026, 11, 26))).Message, StringComparison.Ordinal);

        Assert.Equal(ActionOutcome.Done, (await ExtendAsync(id, Note, new DateOnly(2026, 12, 4))).Outcome);
        Assert.Equal("12-04 23:59", Reply);
        Assert.Equal(Row.Deadlines.Single(deadline => deadline.Clock == "hotline.reply").DueAt, Row.ExtendedTo);
        Assert.Equal("extended-4", _store.Told[^1].News.Reason);

        // All extensions together stay within the law's ten working days.
        Assert.Equal(ActionOutcome.Invalid, (await ExtendAsync(id, Note, new DateOnly(2026, 12, 14))).Outcome);
        Assert.Equal(ActionOutcome.Done, (await ExtendAsync(id, Note, new DateOnly(2026, 12, 11))).Outcome);
        Assert.Equal(_store.Marks.Select(row => row.RowKey), OpenClock.RowsOf(Row).Select(row => row.RowKey).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_deadline_that_has_passed_is_not_put_off()
    {
        var id = await OpenAsync();
        await TakeAsync(id, AlertStep.Acknowledged);
        _time.Advance(TimeSpan.FromDays(6));
        var late = await ExtendAsync(id, "进展：已定位；措施：更换", new DateOnly(2026, 12, 4));
        Assert.Equal(ActionOutcome.Illegal, late.Outcome);
        Assert.Contains("已过", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handled_again_its_clocks_start_anew()
    {
        var id = await OpenAsync();
        foreach (var step in new[] { AlertStep.Acknowledged, AlertStep.Handling, AlertStep.Answered, AlertStep.Closed })
        {
            Assert.True((await TakeAsync(id, step)).Holds);
        }

        Assert.Empty(Row.Deadlines);
        Assert.Empty(_store.Marks);
        _time.Advance(TimeSpan.FromDays(8));
        Assert.True((await TakeAsync(id, AlertStep.Reopened)).Holds);
        Assert.Equal("12-07 23:59", Reply);
        Assert.Equal(["hotline.reply", "opinion-major.authoritative-information"], Row.Deadlines.Select(deadline => deadline.Clock));
        Assert.Equal(_store.LogOf(id).Count, Row.Round);
    }

    [Fact]
    public async Task A_year_without_calendar_holds_no_emergency_up_and_the_office_is_told()
    {
        _time.SetUtcNow(new DateTimeOffset(2026, 12, 30, 9, 0, 0, TimeSpan.FromHours(8)));
        var id = await OpenAsync(_time.GetUtcNow());
        Assert.Equal("red", Row.Level);
        Assert.Contains("时限存疑", _store.LogOf(id)[0].Note, StringComparison.Ordinal);
        Assert.NotEmpty(Row.ClockFaults);
        Assert.Contains("qzfb", Audience.Of(Assert.Single(_store.Told).News, "wxb", new Names()));
    }

    private Task<ActionResult> TakeAsync(string id, string step) => Actions.ApplyAsync(id, "zjj", step, "zjj via test", "https://example.org/1 说明", Ct);

    private Task<ActionResult> ExtendAsync(string id, string note, DateOnly? until) =>
        Actions.ApplyAsync(new StepRequest(id, "zjj", AlertStep.Extended, "zjj via test", note, Until: until), Ct);

    private AlertActions Actions => new(_store, _store, new Names(), _time, _clocks);

    private async Task<string> OpenAsync(DateTimeOffset? received = null)
    {
        var part = Sample.Part() with { AcceptedAt = _time.GetUtcNow() };
        await new AlertDesk(_store, _store, new AlertRules(), _time, new Names(), _clocks).HandleAsync([Sample.Judged(received: received)], part, Ct);
        return _store.Ids.Single();
    }
}
