using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.EndToEnd.Tests.Host;
using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Flow;

namespace SentimentWatch.EndToEnd.Tests.Reviews;

/// <summary>Reviews over HTTP, by the role of the key.</summary>
public sealed class ReviewRouteTests(SelfHostFixture host) : IClassFixture<SelfHostFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_officer_decides_once_and_a_second_decision_is_409()
    {
        // An id that needs escaping in a key and in an address.
        var record = TestRecords.Masked(1) with { SourceId = "来件/1 #?" };
        var now = host.App.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await host.App.Services.GetRequiredService<IReviewStore>().AddAsync([TestRecords.Judged(record, needsReview: true)], now, Ct);
        using var reader = host.Client("reader-key");
        using var officer = host.Client("officer-key");

        var page = await reader.GetFromJsonAsync<JsonElement>("api/reviews", Ct);
        var item = Assert.Single(page.GetProperty("items").EnumerateArray());
        Assert.Equal("来件/1 #?", item.GetProperty("sourceId").GetString());
        var path = $"api/reviews/{item.GetProperty("day").GetString()}/{Uri.EscapeDataString(item.GetProperty("key").GetString()!)}";

        using var refused = await reader.PostAsJsonAsync(path, new { topic = "环境保护" }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var wrong = await officer.PostAsJsonAsync(path, new { topic = "没有的主题" }, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var done = await officer.PostAsJsonAsync(path, new { topic = "环境保护", tag = item.GetProperty("tag").GetString() }, Ct);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        using var again = await officer.PostAsJsonAsync(path, new { topic = "交通运输" }, Ct);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Empty((await reader.GetFromJsonAsync<JsonElement>("api/reviews", Ct)).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("reader-key", "api/reviews?day=gestern", 400)]
    [InlineData("reader-key", "api/reviews?limit=0", 400)]
    [InlineData("reader-key", "api/reviews?continuation=x", 400)]
    [InlineData("intake-key", "api/reviews", 403)]
    [InlineData("zjj-key", "api/reviews", 403)]
    [InlineData(null, "api/reviews", 401)]
    public async Task A_bad_question_is_told(string? key, string path, int status)
    {
        using var client = host.Client(key);
        using var answer = await client.GetAsync(path, Ct);
        Assert.Equal(status, (int)answer.StatusCode);
    }
}
