using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Ack;
using SentimentWatch.Pipeline.Notify.Words;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify.Ack;

public sealed class AckDeskTests
{
    private readonly FakeTimeProvider _time = new(Sample.Noon.AddHours(1));
    private readonly MemoryAlertStore _store = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private AckLinks Links => Settings.Links(_time);

    private AlertActions Actions => new(_store, _store, new Names(), _time);

    private AckDesk Desk => new(
        Links, new AckFormGuard(new AckKeys(Settings.Of()), _time), new AckOffer(new Names(), _time), _store, Actions, new Names(), new DeadlineWords(Settings.Clocks), _time);

    [Fact]
    public async Task Showing_changes_nothing_and_the_pages_form_acknowledges_once()
    {
        var alert = await OpenAsync();
        var token = Token(alert);
        var shown = await Desk.ShowAsync(token, Ct);
        Assert.Equal((AckState.Waiting, 200), (shown.State, shown.Status));
        Assert.Equal(2, _store.LogOf(alert.Id).Count);

        var done = await Desk.ActAsync(token, new AckForm(shown.Guard, null, true), Ct);
        Assert.Equal(AckState.Done, done.State);
        var again = await Desk.ActAsync(token, new AckForm(shown.Guard, null, true), Ct);
        Assert.Equal((AckState.Settled, 200, false), (again.State, again.Status, again.HasForm));
        Assert.Equal("zjj via link", Assert.Single(_store.LogOf(alert.Id), entry => entry.Step == "签收").By);
    }

    [Fact]
    public async Task A_post_without_the_pages_field_gets_the_page_again_and_does_nothing()
    {
        var alert = await OpenAsync();
        var token = Token(alert);
        var guard = (await Desk.ShowAsync(token, Ct)).Guard;
        var other = (await Desk.ShowAsync(Token(alert, action: AckAction.Return), Ct)).Guard;
        foreach (var field in new[] { null, "", "A", guard[..^1], guard + "A", guard.ToUpperInvariant(), other })
        {
            var view = await Desk.ActAsync(token, new AckForm(field, null, true), Ct);
            Assert.Equal((AckState.Incomplete, 400, guard), (view.State, view.Status, view.Guard));
        }

        Assert.Equal(403, (await Desk.ActAsync(token, new AckForm(guard, null, false), Ct)).Status);
        _time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(400, (await Desk.ActAsync(token, new AckForm(guard, null, true), Ct)).Status);
        Assert.Equal(2, _store.LogOf(alert.Id).Count);
    }

    [Fact]
    public async Task The_field_of_yesterday_evening_still_serves_after_midnight()
    {
        var alert = await OpenAsync();
        _time.Advance(TimeSpan.FromHours(10.9));
        var token = Token(alert);
        var guard = (await Desk.ShowAsync(token, Ct)).Guard;
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(AckState.Done, (await Desk.ActAsync(token, new AckForm(guard, null, true), Ct)).State);
    }

    [Fact]
    public async Task A_return_asks_for_the_reason_and_its_link_serves_once()
    {
        var alert = await OpenAsync();
        var token = Token(alert, action: AckAction.Return);
        var guard = (await Desk.ShowAsync(token, Ct)).Guard;
        var empty = await Desk.ActAsync(token, new AckForm(guard, "  ", true), Ct);
        Assert.Equal((400, "请写明退回理由。"), (empty.Status, empty.Message));
        var longer = await Desk.ActAsync(token, new AckForm(guard, new string('长', 501), true), Ct);
        Assert.Equal((400, 500), (longer.Status, longer.Draft.Length));
        Assert.Equal(AckState.Done, (await Desk.ActAsync(token, new AckForm(guard, "不属我局，请联系王经理13812345678", true), Ct)).State);
        var entry = Assert.Single(_store.LogOf(alert.Id), entry => entry.Step == "退回");
        Assert.DoesNotContain("13812345678", entry.Note, StringComparison.Ordinal);
        Assert.Equal(410, (await Desk.ActAsync(token, new AckForm(guard, "再退", true), Ct)).Status);
    }

    [Fact]
    public async Task Links_of_before_a_return_or_a_reassignment_do_nothing()
    {
        var alert = await OpenAsync();
        var old = Token(alert);
        await Actions.ApplyAsync(alert.Id, "zjj", AlertStep.Returned, "zjj via api", "不属我局", Ct);
        Assert.Equal(410, (await Desk.ShowAsync(old, Ct)).Status);
        await Actions.ApplyAsync(new StepRequest(alert.Id, AlertActors.Admin, AlertStep.Reassigned, "admin", To: "honglou"), Ct);
        Assert.Equal(403, (await Desk.ShowAsync(old, Ct)).Status);
        await Actions.ApplyAsync(new StepRequest(alert.Id, AlertActors.Admin, AlertStep.Reassigned, "admin", To: "zjj"), Ct);
        var view = await Desk.ShowAsync(old, Ct);
        Assert.Equal((410, (Alert?)null), (view.Status, view.Alert));
        Assert.Equal(AckState.Waiting, (await Desk.ShowAsync(Token(AlertFold.Of(_store.LogOf(alert.Id)).Alert!), Ct)).State);
    }

    [Fact]
    public async Task A_supporting_units_link_acknowledges_for_it_alone()
    {
        var alert = await OpenAsync();
        var token = Token(alert, "honglou");
        var shown = await Desk.ShowAsync(token, Ct);
        Assert.Contains("协办", shown.Message, StringComparison.Ordinal);
        await Desk.ActAsync(token, new AckForm(shown.Guard, null, true), Ct);
        var after = AlertFold.Of(_store.LogOf(alert.Id)).Alert!;
        Assert.Equal((AlertState.Open, "honglou"), (after.State, Assert.Single(after.AcknowledgedSupport)));
        Assert.Equal(AckState.Settled, (await Desk.ShowAsync(token, Ct)).State);
    }

    [Fact]
    public async Task An_expired_foreign_or_broken_link_shows_no_alert_and_does_nothing()
    {
        var alert = await OpenAsync();
        var token = Token(alert);
        var ticket = Links.Read(token)!;
        var tokens = new[] { (Links.Create(ticket with { Unit = "csj" }), 403), (Links.Create(ticket with { AlertId = "A99999999" }), 404), (Links.Create(ticket with { Action = "close" }), 404), (token + "x", 404), ("", 404) };
        foreach (var (link, status) in tokens)
        {
            var view = await Desk.ActAsync(link, new AckForm(new AckFormGuard(new AckKeys(Settings.Of()), _time).Of(link), "文字", true), Ct);
            Assert.Equal((status, null), (view.Status, view.Alert));
        }

        _time.Advance(TimeSpan.FromDays(8));
        Assert.Equal(410, (await Desk.ShowAsync(token, Ct)).Status);
        Assert.Equal(2, _store.LogOf(alert.Id).Count);
    }

    private string Token(Alert alert, string unit = "zjj", string action = AckAction.Acknowledge) => Links.LinkFor(alert, unit, action)!.Split('/')[^1];

    private async Task<Alert> OpenAsync()
    {
        await new AlertDesk(_store, _store, new AlertRules(), _time, new Names()).HandleAsync([Sample.Judged()], Sample.Part(), Ct);
        return _store.Rows.Values.Single();
    }
}
