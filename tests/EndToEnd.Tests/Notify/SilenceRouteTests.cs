using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SentimentWatch.EndToEnd.Tests.Host;

namespace SentimentWatch.EndToEnd.Tests.Notify;

/// <summary>Silences over HTTP: an administrator makes and ends them, a reader sees them.</summary>
public sealed class SilenceRouteTests(SelfHostFixture host) : IClassFixture<SelfHostFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_silence_is_made_seen_and_ended()
    {
        using var admin = host.Client("admin-key");
        using var reader = host.Client("reader-key");
        var until = TimeProvider.System.GetUtcNow().AddHours(2);
        using var refused = await reader.PostAsJsonAsync("api/silences", new { unit = "zjj", reason = "检修", author = "值班室", until }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var wrong = await admin.PostAsJsonAsync("api/silences", new { reason = "检修", author = "值班室", until }, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var none = await admin.PostAsync("api/silences", new StringContent("[]"), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);

        using var made = await admin.PostAsJsonAsync("api/silences", new { unit = "zjj", kind = "utility-outage", reason = "管道检修", author = "值班室", until }, Ct);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
        var seen = Assert.Single((await reader.GetFromJsonAsync<JsonElement>("api/silences", Ct)).GetProperty("items").EnumerateArray());
        Assert.Equal((id, "管道检修", "值班室"), (seen.GetProperty("id").GetString(), seen.GetProperty("reason").GetString(), seen.GetProperty("author").GetString()));

        using var ended = await admin.DeleteAsync(new Uri($"api/silences/{id}", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        using var again = await admin.DeleteAsync(new Uri($"api/silences/{id}", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Empty((await reader.GetFromJsonAsync<JsonElement>("api/silences", Ct)).GetProperty("items").EnumerateArray());
    }
}
