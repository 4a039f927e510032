using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SentimentWatch.Benchmarks.Harness;

/// <summary>Stands where Teams stands: takes cards over HTTP and keeps each with the moment it came.</summary>
internal sealed class CardReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedCard> _cards = new();

    private CardReceiver(WebApplication app) => _app = app;

    /// <summary>Address to configure as a webhook.</summary>
    public string Url => _app.Urls.First() + "/hook";

    /// <summary>All cards so far, in order of arrival.</summary>
    public IReadOnlyCollection<ReceivedCard> Cards => _cards;

    /// <summary>Listens on a free loopback port.</summary>
    public static async Task<CardReceiver> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new CardReceiver(app);
        app.MapPost("/hook", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            receiver._cards.Enqueue(new ReceivedCard(TimeProvider.System.GetTimestamp(), await reader.ReadToEndAsync(request.HttpContext.RequestAborted)));
            return Results.StatusCode(StatusCodes.Status202Accepted);
        });
        await app.StartAsync(cancellationToken);
        return receiver;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>One POST: its arrival (a timestamp of the system's clock) and body.</summary>
internal sealed record ReceivedCard(long Timestamp, string Body);
