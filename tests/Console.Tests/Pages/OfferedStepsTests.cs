using SentimentWatch.Console.Access;
using SentimentWatch.Console.Pages;
using SentimentWatch.Console.Tests.Support;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Routing;

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
            foreach (var action in AlertAction.For(viewer, alert))
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
        Assert.Empty(AlertAction.For(new Viewer(role, unit, "mark"), (await AfterAsync([])).Alert));

    private static async Task<(AlertActions Desk, Alert Alert)> AfterAsync(IEnumerable<string> steps)
    {
        var store = new LogOnlyStore();
        var head = new MatterHead(Samples.Now, "hotline:1", "燃气泄漏", "", "gas", null, "utilities", "");
        var facts = new MatterFacts(
            "m", "rqgs", Samples.Now, AlertLevel.Red, false, 15, head, Samples.Now, ["hongjialou"], [], ["hotline"]);
        await store.TryAppendAsync(
            [new AlertLogEntry(Id, 1, AlertStep.Found, Samples.Now, AlertActors.System, Records: ["hotline:1"], Facts: facts)], default);
        var desk = new AlertActions(store, store, new Names(), TimeProvider.System);
        foreach (var step in steps)
        {
            Assert.Equal(ActionOutcome.Done, (await ApplyAsync(desk, AlertActors.Admin, step)).Outcome);
        }

        return (desk, AlertFold.Of(await store.LogAsync(Id, default)).Alert!);
    }

    private static Task<ActionResult> ApplyAsync(AlertActions desk, string actor, string step) => desk.ApplyAsync(
        new StepRequest(Id, actor, step, actor, "https://www.example.gov.cn/1", step == AlertStep.Reassigned ? "zjj" : null), default);

    private sealed class Names : IUnitNames
    {
        public string NameOf(string code) => code;

        public string? ParentOf(string code) => null;

        public bool IsKnown(string code) => true;
    }
}
