using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Console.Access;
using SentimentWatch.Console.Pages;
using SentimentWatch.Console.Tests.Support;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Console.Tests.Pages;

/// <summary>The buttons of a page and the rules of the alert desk are written in two places; here they must agree.</summary>
public sealed class OfferedStepsTests
{
    private const string Id = "A10240231";

    private static readonly string[][] Ways =
    [
        [],
        [AlertStep.Acknowledged],
        [AlertStep.Returned],
        [AlertStep.Acknowledged, AlertStep.Handling],
        [AlertStep.Acknowledged, AlertStep.Answered],
        [AlertStep.Acknowledged, AlertStep.Handling, AlertStep.Closed],
    ];

    public static TheoryData<ConsoleRole, string?> Viewers => new()
    {
        { ConsoleRole.Officer, null },
        { ConsoleRole.Admin, null },
        { ConsoleRole.Unit, "rqgs" },
        { ConsoleRole.Unit, "hongjialou" },
    };

    [Theory]
    [MemberData(nameof(Viewers))]
    public async Task Every_step_that_a_page_offers_is_taken_by_the_desk(ConsoleRole role, string? unit)
    {
        var viewer = new Viewer(role, unit, "mark");
        foreach (var way in Ways)
        {
            var alert = (await AfterAsync(way)).Alert;
            foreach (var action in AlertAction.For(viewer, alert, new FakeConsoleData(), Samples.Now))
            {
                var (desk, _) = await AfterAsync(way);

                var result = await ApplyAsync(desk, unit ?? AlertActors.Admin, action.Step);

                Assert.True(result.Outcome == ActionOutcome.Done, $"{action.Step} in {alert.State} by {unit ?? "an officer"}: {result.Message}");
            }
        }
    }

    [Theory]
    [InlineData(ConsoleRole.Reader, null)]
    [InlineData(ConsoleRole.Unit, "zjj")]
    public async Task Who_may_not_act_is_offered_nothing(ConsoleRole role, string? unit) =>
        Assert.Empty(AlertAction.For(new Viewer(role, unit, "mark"), (await AfterAsync([])).Alert, new FakeConsoleData(), Samples.Now));

    [Fact]
    public async Task An_office_is_offered_what_offices_do_and_nothing_when_it_must_not_see()
    {
        var office = new Viewer(ConsoleRole.Unit, "qzfb", "mark");
        var (_, alert) = await AfterAsync([]);
        Assert.Equal([AlertStep.Reassigned, AlertStep.Reminded, AlertStep.Supervised], Steps(office, alert));
        Assert.Equal([AlertStep.Reassigned, AlertStep.Reminded], Steps(office, alert with { Supervised = true }));
        Assert.Empty(Steps(office, alert with { Recused = ["qzfb"] }));
    }

    [Fact]
    public async Task A_return_is_offered_until_its_limit_and_an_extension_where_a_clock_allows_it()
    {
        var lead = new Viewer(ConsoleRole.Unit, "rqgs", "mark");
        var (_, alert) = await AfterAsync([AlertStep.Acknowledged]);
        Assert.Contains(AlertStep.Extended, Steps(lead, alert));
        Assert.DoesNotContain(AlertStep.Extended, Steps(lead, alert with { Deadlines = [] }));
        Assert.Contains(AlertStep.Returned, Steps(lead, alert with { ReturnBy = Samples.Now }));
        Assert.DoesNotContain(AlertStep.Returned, Steps(lead, alert with { ReturnBy = Samples.Now.AddSeconds(-1) }));
    }

    private static IEnumerable<string> Steps(Viewer viewer, Alert alert) =>
        AlertAction.For(viewer, alert, new FakeConsoleData(), Samples.Now).Select(action => action.Step);

    private static AlertDeadline Reply => new("hotline.reply", Samples.Now, Samples.Now.AddDays(7), AlertStop.Closed, []);

    private static async Task<(AlertActions Desk, Alert Alert)> AfterAsync(IEnumerable<string> steps)
    {
        var store = new LogOnlyStore();
        var head = new MatterHead(Samples.Now, "hotline:1", "燃气泄漏", "", "gas", null, "utilities", "");
        var facts = new MatterFacts(
            "m", "rqgs", Samples.Now, AlertLevel.Red, false, 15, head, Samples.Now, ["hongjialou"], [], ["hotline"]) { Deadlines = [Reply] };
        await store.TryAppendAsync(
            [new AlertLogEntry(Id, 1, AlertStep.Found, Samples.Now, AlertActors.System, Records: ["hotline:1"], Facts: facts) { Policy = new AlertRules().Policy }], default);
        var desk = new AlertActions(store, store, new FakeRoster(), new FakeTimeProvider(Samples.Now), new LenientClocks());
        foreach (var step in steps)
        {
            Assert.Equal(ActionOutcome.Done, (await ApplyAsync(desk, AlertActors.Admin, step)).Outcome);
        }

        return (desk, AlertFold.Of(await store.LogAsync(Id, default)).Alert!);
    }

    private static Task<ActionResult> ApplyAsync(AlertActions desk, string actor, string step) => desk.ApplyAsync(
        new StepRequest(
            Id,
            actor,
            step,
            actor,
            "https://www.example.gov.cn/1 进展：已到场；措施：更换阀门",
            step == AlertStep.Reassigned ? "zjj" : null,
            Until: DateOnly.FromDateTime(Samples.Now.AddDays(9).Date)),
        default);

    // What the law says of an extension is tested with the clocks; here it is always allowed.
    private sealed class LenientClocks : ILegalClocks
    {
        public RecordClocks Of(CitizenRecord record) => new([], []);

        public RecordClocks Anew(IReadOnlyList<string> channels, DateTimeOffset from) => new([Reply], []);

        public DateTimeOffset? ReturnBy(IReadOnlyList<string> channels, DateTimeOffset dispatchedAt) => null;

        public bool MayExtend(string clock) => clock == "hotline.reply";

        public ExtensionAnswer Extend(AlertDeadline deadline, DateOnly until, DateTimeOffset? firstDue) => new(deadline with { DueAt = deadline.DueAt.AddDays(1) }, null);
    }
}
