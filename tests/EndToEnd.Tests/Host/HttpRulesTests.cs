using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SentimentWatch.EndToEnd.Tests.Host;

/// <summary>Keys by role, problem details, limits.</summary>
public sealed class HttpRulesTests(SelfHostFixture host) : IClassFixture<SelfHostFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "api/records", 401)]
    [InlineData("wrong", "api/records", 401)]
    [InlineData("intake-key", "api/records", 403)]
    [InlineData("zjj-key", "api/records", 403)]
    [InlineData("reader-key", "api/records", 200)]
    [InlineData("officer-key", "api/records", 200)]
    [InlineData("admin-key", "api/alerts", 200)]
    [InlineData("reader-key", "api/events", 200)]
    [InlineData("reader-key", "api/responsiveness", 200)]
    [InlineData("reader-key", "api/batches/none", 403)]
    [InlineData("intake-key", "api/batches/none", 404)]
    [InlineData("reader-key", "api/records?level=purple", 400)]
    [InlineData(null, "health", 200)]
    [InlineData(null, "health/ready", 200)]
    [InlineData(null, "ack/forged", 404)]
    [InlineData(null, "nowhere", 404)]
    public async Task A_get_answers_by_the_role_of_its_key(string? key, string path, int status)
    {
        using var client = host.Client(key);
        using var answer = await client.GetAsync(path, Ct);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_refusal_is_problem_details_without_a_stack_trace()
    {
        using var client = host.Client("reader-key");
        using var answer = await client.GetAsync("api/records?from=2026-99-99", Ct);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.Equal(400, JsonDocument.Parse(text).RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Records_are_taken_beside_a_bad_line_and_their_batch_is_done()
    {
        using var client = host.Client("intake-key");
        const string Lines = """
            {"channel":"hotline","sourceId":"H-1","receivedAt":"2026-03-02T08:31:05+08:00","body":"小区路灯坏了半个月，没人来修。"}
            {"channel":"hotline","sourceId":"H-2"}
            """;
        using var posted = await client.PostAsync("api/records/hotline", new StringContent(Lines, Encoding.UTF8, "application/x-ndjson"), Ct);
        Assert.Equal(HttpStatusCode.Accepted, posted.StatusCode);
        var receipt = await posted.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(1, receipt.GetProperty("accepted").GetInt32());
        Assert.Equal(2, receipt.GetProperty("rejected")[0].GetProperty("line").GetInt32());
        JsonElement status;
        do
        {
            await Task.Delay(50, Ct);
            status = await client.GetFromJsonAsync<JsonElement>($"api/batches/{receipt.GetProperty("batchId").GetString()}", Ct);
        }
        while (status.GetProperty("state").GetString() == "queued");
        Assert.Equal("done", status.GetProperty("state").GetString());
        Assert.Equal(1, status.GetProperty("stored").GetInt32());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_32_mib_is_413(bool declared)
    {
        using var client = host.Client("intake-key");
        var body = new byte[(32 * 1024 * 1024) + 100_000];
        Array.Fill(body, (byte)'a');
        using var content = declared ? (HttpContent)new ByteArrayContent(body) : new StreamContent(new UnknownLength(body));
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/records/hotline") { Content = content };
        request.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_unit_may_not_take_a_step_on_an_alert_that_is_not_there_and_a_reader_on_none()
    {
        using var unit = host.Client("zjj-key");
        using var missing = await unit.PostAsJsonAsync("api/alerts/A00000000/log", new { step = "签收" }, Ct);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        using var empty = await unit.PostAsJsonAsync("api/alerts/A00000000/log", new { note = "x" }, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using var reader = host.Client("reader-key");
        using var refused = await reader.PostAsJsonAsync("api/alerts/A00000000/log", new { step = "签收" }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private sealed class UnknownLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
