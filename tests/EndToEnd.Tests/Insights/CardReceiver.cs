using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SentimentWatch.EndToEnd.Tests.Insights;

/// <summary>A webhook on this machine that keeps what it is sent.</summary>
internal sealed class CardReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CardReceiver(WebApplication app) => _app = app;

    /// <summary>Bodies, in order of arrival.</summary>
    public ConcurrentQueue<string> Cards { get; } = [];

    /// <summary>Status of the next answers.</summary>
    public int Status { get; set; } = StatusCodes.Status202Accepted;

    public string Url => _app.Urls.First() + "/hook?sig=secret";

    public static async Task<CardReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new CardReceiver(app);
        app.MapPost("/hook", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            receiver.Cards.Enqueue(await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
            return Results.StatusCode(receiver.Status);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
