using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SentimentWatch.EndToEnd.Tests.Notify;

/// <summary>A webhook on this machine that answers as it is told and keeps what it got.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    public const string Secret = "sig-that-must-not-be-seen";

    /// <summary>Answers in order; 202 when they are used up.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Answers { get; } = [];

    public ConcurrentQueue<string> Bodies { get; } = [];

    public string Url { get; private set; } = "";

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(receiver.HandleAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        receiver.Url = $"{address}/workflows/1?sig={Secret}";
        return receiver;
    }

    public void Answer(int status, string? retryAfter = null, int times = 1)
    {
        for (var n = 0; n < times; n++)
        {
            Answers.Enqueue(context =>
            {
                context.Response.StatusCode = status;
                if (retryAfter is not null)
                {
                    context.Response.Headers.RetryAfter = retryAfter;
                }

                return Task.CompletedTask;
            });
        }
    }

    public void Hang() => Answers.Enqueue(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        Bodies.Enqueue(await reader.ReadToEndAsync(context.RequestAborted));
        context.Response.StatusCode = 202;
        if (Answers.TryDequeue(out var answer))
        {
            await answer(context);
        }
    }
}
