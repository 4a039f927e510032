using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SentimentWatch.EndToEnd.Tests.Notify;

/// <summary>A webhook on this machine that counts every request in sliding windows, refuses what is too much, and sometimes fails in other ways. The benchmark uses it too.</summary>
internal sealed partial class LimitedReceiver : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly WebApplication _app;
    private readonly List<(TimeSpan Length, int Most)> _windows;
    private readonly Queue<DateTimeOffset> _requests = [];
    private readonly Random _chance;
    private readonly int _faultPercent;

    private LimitedReceiver(WebApplication app, List<(TimeSpan Length, int Most)> windows, int seed, int faultPercent) =>
        (_app, _windows, _chance, _faultPercent) = (app, windows, new Random(seed), faultPercent);

    public string Url { get; private set; } = "";

    /// <summary>Every request with its answer and the alerts in it.</summary>
    public ConcurrentQueue<(DateTimeOffset At, string Kind, IReadOnlyList<string> Alerts)> Requests { get; } = [];

    /// <summary>Answers by kind: accepted, limited, busy (429 by chance), error (500) and hung.</summary>
    public ConcurrentDictionary<string, int> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>The alerts in each accepted card.</summary>
    public IEnumerable<(DateTimeOffset At, IReadOnlyList<string> Alerts)> Cards => Requests.Where(request => request.Kind == "accepted").Select(request => (request.At, request.Alerts));

    /// <summary>Listens on a free port. Of a hundred requests <paramref name="faultPercent"/> each meet a 429 by chance and a 500, half as many hang.</summary>
    public static async Task<LimitedReceiver> StartAsync(List<(TimeSpan Length, int Most)> windows, int seed, int faultPercent, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new LimitedReceiver(app, windows, seed, faultPercent);
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(receiver.HandleAsync);
        await app.StartAsync(cancellationToken);
        receiver.Url = $"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/workflows/1?sig=x";
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var (kind, pause) = Decide();
        Answers.AddOrUpdate(kind, 1, (_, n) => n + 1);
        Requests.Enqueue((TimeProvider.System.GetUtcNow(), kind, [.. AlertId().Matches(body).Select(match => match.Value).Distinct()]));
        switch (kind)
        {
            case "accepted":
                context.Response.StatusCode = 202;
                break;
            case "error":
                context.Response.StatusCode = 500;
                break;
            case "hung":
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            default:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                break;
        }
    }

    private (string Kind, TimeSpan Pause) Decide()
    {
        lock (_lock)
        {
            var now = TimeProvider.System.GetUtcNow();
            _requests.Enqueue(now);
            foreach (var (length, most) in _windows)
            {
                var inside = _requests.Where(at => at > now - length).ToList();
                if (inside.Count > most)
                {
                    return ("limited", inside[0] + length - now);
                }
            }

            var number = _chance.Next(200);
            return number < 2 * _faultPercent ? ("busy", TimeSpan.FromSeconds(_chance.Next(1, 4)))
                : number < 4 * _faultPercent ? ("error", default)
                : number < 5 * _faultPercent ? ("hung", default)
                : ("accepted", default);
        }
    }

    [GeneratedRegex(@"A\d{8}", RegexOptions.CultureInvariant)]
    private static partial Regex AlertId();
}
