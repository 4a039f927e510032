using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Teams;
using SentimentWatch.Pipeline.Notify.Words;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify.Teams;

public sealed class TeamsCommandsTests
{
    private static readonly string Token = Convert.ToBase64String(Enumerable.Range(0, 32).Select(n => (byte)n).ToArray());
    private static readonly string OtherToken = Convert.ToBase64String(Enumerable.Range(9, 32).Select(n => (byte)n).ToArray());

    private readonly MemoryAlertStore _store = new();
    private readonly FakeTimeProvider _time = new(Sample.Noon.AddHours(1));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signed_command_acknowledges_and_a_replay_changes_nothing()
    {
        var id = await OpenAsync();
        var body = Body($"<at>历城监测</at>&nbsp;签收 {id}\n");
        var reply = await SendAsync("zjj", body, TeamsSignature.Sign(Token, body));
        Assert.Equal(200, reply.Status);
        var answer = JsonElement.Parse(reply.Json);
        Assert.Equal("message", answer.GetProperty("type").GetString());
        Assert.Contains("已签收", answer.GetProperty("text").GetString(), StringComparison.Ordinal);

        Assert.Equal(200, (await SendAsync("zjj", body, TeamsSignature.Sign(Token, body))).Status);
        Assert.Equal(3, _store.LogOf(id).Count);
        Assert.Equal("zjj via teams", _store.LogOf(id)[2].By);
    }

    [Fact]
    public async Task A_progress_message_delivered_twice_is_logged_once()
    {
        var id = await OpenAsync();
        foreach (var text in new[] { $"签收 {id}", $"进展 {id} 已关阀", $"进展 {id} 已关阀" })
        {
            var body = Body(text, id: text.Length.ToString());
            Assert.Equal(200, (await SendAsync("zjj", body, TeamsSignature.Sign(Token, body))).Status);
        }

        Assert.Single(_store.LogOf(id), entry => entry.Step == "办理");
    }

    [Fact]
    public async Task No_altered_request_acknowledges()
    {
        var id = await OpenAsync();
        var body = Body($"签收 {id}");
        var signature = TeamsSignature.Sign(Token, body);
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var (altered, header) = (body.ToArray(), signature);
            switch (round % 6)
            {
                case 0:
                    altered[random.Next(altered.Length)] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    altered = [.. altered, (byte)' '];
                    break;
                case 2:
                    var at = random.Next(5, header.Length - 2);
                    header = header[..at] + (header[at] == 'A' ? 'B' : 'A') + header[(at + 1)..];
                    break;
                case 3:
                    header = header[..random.Next(header.Length - 1)];
                    break;
                case 4:
                    header = TeamsSignature.Sign(OtherToken, altered);
                    break;
                default:
                    header = round % 12 < 6 ? signature["HMAC ".Length..] : $"Bearer {signature["HMAC ".Length..]}";
                    break;
            }

            Assert.Equal(401, (await SendAsync("zjj", altered, header)).Status);
        }

        Assert.Equal(401, (await SendAsync("zjj", body, null)).Status);
        Assert.DoesNotContain(_store.LogOf(id), entry => entry.Step == "签收");
    }

    [Fact]
    public async Task Another_units_alert_is_403_and_says_nothing_of_it()
    {
        var id = await OpenAsync();
        foreach (var verb in new[] { "签收", "状态" })
        {
            var body = Body($"{verb} {id}");
            var reply = await SendAsync("csj", body, TeamsSignature.Sign(OtherToken, body));
            Assert.Equal(403, reply.Status);
            Assert.DoesNotContain("洪楼", reply.Json, StringComparison.Ordinal);
        }

        Assert.Equal(2, _store.LogOf(id).Count);
    }

    [Fact]
    public async Task Unknown_units_and_alerts_are_404()
    {
        var body = Body("签收 A99999999");
        Assert.Equal(404, (await SendAsync("zjj", body, TeamsSignature.Sign(Token, body))).Status);
        Assert.Equal(404, (await SendAsync("nobody", body, TeamsSignature.Sign(Token, body))).Status);
        Assert.Equal(404, (await SendAsync("zjj:Token", body, TeamsSignature.Sign(Token, body))).Status);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(-11)]
    public async Task An_old_or_future_message_is_refused(int minutes)
    {
        var id = await OpenAsync();
        var body = Body($"签收 {id}", _time.GetUtcNow().AddMinutes(minutes));
        Assert.Equal(401, (await SendAsync("zjj", body, TeamsSignature.Sign(Token, body))).Status);
        Assert.Equal(2, _store.LogOf(id).Count);
    }

    [Theory]
    [InlineData("no json", 400)]
    [InlineData("null", 400)]
    [InlineData("{}", 401)]
    [InlineData("", 400)]
    public async Task A_signed_body_that_is_no_message_does_nothing(string text, int status)
    {
        var body = Encoding.UTF8.GetBytes(text);
        Assert.Equal(status, (await SendAsync("zjj", body, TeamsSignature.Sign(Token, body))).Status);
    }

    [Fact]
    public async Task Without_an_id_it_lists_what_waits_and_status_tells_the_state()
    {
        var id = await OpenAsync();
        var asks = Body("签收");
        Assert.Contains(id, (await SendAsync("zjj", asks, TeamsSignature.Sign(Token, asks))).Json, StringComparison.Ordinal);
        var status = Body($"状态 {id}");
        Assert.Contains("待签收", (await SendAsync("zjj", status, TeamsSignature.Sign(Token, status))).Json, StringComparison.Ordinal);
        var help = Body("你好");
        Assert.Contains("可用指令", (await SendAsync("zjj", help, TeamsSignature.Sign(Token, help))).Json, StringComparison.Ordinal);
        Assert.Equal(2, _store.LogOf(id).Count);
    }

    [Fact]
    public async Task Every_answer_is_a_card_that_tells_state_deadlines_and_next_steps()
    {
        var id = await OpenAsync();
        foreach (var (text, says) in new[] { ($"状态 {id}", "待签收"), ("帮助", "可用指令"), ($"签收 {id}", "已签收"), ($"办结 {id}", "不能办结"), ($"进展 {id}", "请写明进展内容") })
        {
            var answer = await AskAsync("zjj", text, text);
            var attachment = Assert.Single(answer.GetProperty("attachments").EnumerateArray());
            Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.GetProperty("contentType").GetString());
            Assert.Contains(says, answer.ToString(), StringComparison.Ordinal);
        }

        var status = (await AskAsync("zjj", $"状态 {id}", "s")).ToString();
        Assert.Contains("可继续发送：退回", status, StringComparison.Ordinal);
        Assert.Contains($"进展 {id} 内容", status, StringComparison.Ordinal);
        Assert.DoesNotContain($"签收 {id}", status, StringComparison.Ordinal);
        Assert.DoesNotContain($"改派 {id}", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_reassigns_by_a_units_name_and_supervises()
    {
        var id = await OpenAsync();
        Assert.Contains("已督办", (await AskAsync("qzfb", $"督办 {id} 今日报进展", "1")).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("请写明改派给哪个单位", (await AskAsync("qzfb", $"改派 {id} 不存在局", "2")).ToString(), StringComparison.Ordinal);
        Assert.Contains("已改派", (await AskAsync("qzfb", $"请将{id}改派给洪家楼街道办理，属其职责", "3")).GetProperty("text").GetString(), StringComparison.Ordinal);
        var last = _store.LogOf(id)[^1];
        Assert.Equal(("改派", "honglou", "属其职责"), (last.Step, last.To, last.Note));
        var other = Body($"督办 {id}", id: "4");
        Assert.Equal(403, (await SendAsync("zjj", other, TeamsSignature.Sign(Token, other))).Status);
    }

    [Fact]
    public async Task A_step_that_takes_too_long_is_answered_and_its_repeat_does_it_once()
    {
        var id = await OpenAsync();
        var slow = new SlowStore(_store);
        var body = Body($"签收 {id}");
        var answering = SendAsync("zjj", body, TeamsSignature.Sign(Token, body), slow);
        await slow.Asked;
        _time.Advance(TimeSpan.FromSeconds(5));
        var reply = await answering;
        Assert.Equal(200, reply.Status);
        Assert.Contains("再发送一次", reply.Json, StringComparison.Ordinal);
        foreach (var _ in new[] { 1, 2 })
        {
            Assert.Contains("签收", (await AskAsync("zjj", $"签收 {id}", "1668")).ToString(), StringComparison.Ordinal);
        }

        Assert.Single(_store.LogOf(id), entry => entry.Step == "签收");
    }

    private async Task<JsonElement> AskAsync(string unit, string text, string id)
    {
        var body = Body(text, id: id);
        var reply = await SendAsync(unit, body, TeamsSignature.Sign(unit == "zjj" ? Token : OtherToken, body));
        Assert.Equal(200, reply.Status);
        return JsonElement.Parse(reply.Json);
    }

    private Task<TeamsReply> SendAsync(string unit, byte[] body, string? authorization, IAlertStore? store = null)
    {
        var settings = Settings.Of(
            ("SentimentWatch:Teams:zjj:Token", Token), ("SentimentWatch:Teams:csj:Token", OtherToken), ("SentimentWatch:Teams:qzfb:Token", OtherToken));
        var actions = new AlertActions(store ?? _store, _store, new Names(), _time);
        var card = new CommandCard(new Names(), new DeadlineWords(Settings.Clocks), new PublicAddress(settings), _time);
        return new TeamsCommands(settings, actions, store ?? _store, new Names(), card, _time, NullLogger<TeamsCommands>.Instance).HandleAsync(unit, body, authorization, Ct);
    }

    private byte[] Body(string text, DateTimeOffset? at = null, string id = "1668") =>
        Encoding.UTF8.GetBytes($$"""{"type":"message","id":"{{id}}","timestamp":"{{at ?? _time.GetUtcNow():O}}","text":{{JsonSerializer.Serialize(text)}},"from":{"name":"某人"} }""");

    private async Task<string> OpenAsync()
    {
        await new AlertDesk(_store, _store, new AlertRules(), _time, new Names()).HandleAsync([Sample.Judged()], Sample.Part(), Ct);
        return _store.Ids.Single();
    }
}
