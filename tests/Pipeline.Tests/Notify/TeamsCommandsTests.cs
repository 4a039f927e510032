using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Teams;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify;

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

    private Task<TeamsReply> SendAsync(string unit, byte[] body, string? authorization)
    {
        var settings = Settings.Of(("SentimentWatch:Teams:zjj:Token", Token), ("SentimentWatch:Teams:csj:Token", OtherToken));
        var actions = new AlertActions(_store, _store, new Names(), _time);
        return new TeamsCommands(settings, actions, _store, _time, NullLogger<TeamsCommands>.Instance).HandleAsync(unit, body, authorization, Ct);
    }

    private byte[] Body(string text, DateTimeOffset? at = null, string id = "1668") =>
        Encoding.UTF8.GetBytes($$"""{"type":"message","id":"{{id}}","timestamp":"{{at ?? _time.GetUtcNow():O}}","text":{{JsonSerializer.Serialize(text)}},"from":{"name":"某人"} }""");

    private async Task<string> OpenAsync()
    {
        await new AlertDesk(_store, _store, new AlertRules(), _time, new Names()).HandleAsync([Sample.Judged()], Sample.Part(), Ct);
        return _store.Ids.Single();
    }
}
