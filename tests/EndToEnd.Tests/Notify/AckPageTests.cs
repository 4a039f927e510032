using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SentimentWatch.EndToEnd.Tests.Alerts;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Ack;
using SentimentWatch.Triggers.Http;

namespace SentimentWatch.EndToEnd.Tests.Notify;

/// <summary>The page behind a signed link, over HTTP.</summary>
public sealed class AckPageTests(AzuriteFixture azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_get_shows_and_never_acknowledges_a_post_does()
    {
        await using var room = await AlertRoom.OpenAsync(azurite.NewConfiguration(
            ("SentimentWatch:PublicUrl", "https://watch.example.org"), ("SentimentWatch:Ack:SigningKeys:0", "a-signing-key-of-the-tests")));
        await room.Desk.HandleAsync([AlertRoom.Judged("1", body: "燃气味 <script>alert(1)</script>")], AlertRoom.Part(), Ct);
        var alert = (await room.Store.QueryAsync(new AlertQuery(), Ct)).Items[0];
        var path = new Uri(room.Get<AckLinks>().LinkFor(alert, "zjj", AckAction.Acknowledge)!).AbsolutePath;
        await using var app = await HostAsync(new PostAck(room.Get<AckDesk>(), room.Get<PublicAddress>()), new GetAck(room.Get<AckDesk>()));
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var shown = await client.GetAsync(path, Ct);
        var page = await shown.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Contains(alert.Id, page, StringComparison.Ordinal);
        Assert.Contains("<form method=\"post\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Equal(("no-store", "same-origin"), (shown.Headers.CacheControl!.ToString(), Assert.Single(shown.Headers.GetValues("Referrer-Policy"))));

        using var bare = await client.PostAsync(path, null, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Contains("<form method=\"post\"", await bare.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(2, (await room.Store.LogAsync(alert.Id, Ct)).Count);

        using var acknowledged = await client.PostAsync(path, FormOf(page), Ct);
        Assert.Contains("已签收", WebUtility.HtmlDecode(await acknowledged.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        using var again = await client.PostAsync(path, FormOf(page), Ct);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.DoesNotContain("<form", await again.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(3, (await room.Store.LogAsync(alert.Id, Ct)).Count);

        using var forged = await client.PostAsync(path[..^3] + "AAA", FormOf(page), Ct);
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        Assert.DoesNotContain("洪楼", WebUtility.HtmlDecode(await forged.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent FormOf(string page) => new([new("form", AckForms.FieldOf(page))]);

    private static async Task<WebApplication> HostAsync(PostAck post, GetAck get)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/ack/{token}", (HttpRequest request, string token, CancellationToken ct) => get.RunAsync(request, token, ct));
        app.MapPost("/ack/{token}", (HttpRequest request, string token, CancellationToken ct) => post.RunAsync(request, token, ct));
        await app.StartAsync(Ct);
        return app;
    }
}
