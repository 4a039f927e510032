using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.EndToEnd.Tests.Intake;

/// <summary>A feed on a loopback port: pages of records since a time, with an ETag.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Queue<int> _faults = new();

    private readonly bool _tags;

    private FeedServer(WebApplication app, bool tags) => (_app, _tags) = (app, tags);

    public List<SubmittedRecord> Records { get; } = [];

    /// <summary>Query, If-None-Match and status of every request.</summary>
    public List<(string Query, string? Tag, string? Key, int Status)> Requests { get; } = [];

    public string Url => _app.Urls.First() + "/feed";

    public static async Task<FeedServer> StartAsync(bool tags = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new FeedServer(app, tags);
        app.MapGet("/feed", server.Answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>The next request is answered with this status.</summary>
    public void FailNext(params int[] statuses)
    {
        foreach (var status in statuses)
        {
            _faults.Enqueue(status);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Answer(HttpContext context)
    {
        var (status, body) = Decide(context);
        Requests.Add((context.Request.QueryString.Value ?? "", context.Request.Headers.IfNoneMatch, context.Request.Headers["x-api-key"], status));
        return status == 200 ? Results.Text(body, "application/json") : Results.StatusCode(status);
    }

    private (int Status, string Body) Decide(HttpContext context)
    {
        if (_faults.TryDequeue(out var fault))
        {
            return (fault, "");
        }

        var since = context.Request.Query["since"].FirstOrDefault();
        var page = int.Parse(context.Request.Query["page"].FirstOrDefault() ?? "1");
        var size = int.Parse(context.Request.Query["size"].FirstOrDefault() ?? "2");
        var found = Records.Where(record => since is null || record.ReceivedAt >= DateTimeOffset.Parse(since)).OrderBy(record => record.ReceivedAt).ToList();
        var tag = $"\"{since?.GetHashCode(StringComparison.Ordinal)}-{page}-{found.Count}\"";
        if (_tags)
        {
            context.Response.Headers.ETag = tag;
        }

        return context.Request.Headers.IfNoneMatch == tag
            ? (304, "")
            : (200, $"[{string.Join(',', found.Skip((page - 1) * size).Take(size).Select(record => JsonSerializer.Serialize(record, RecordsJson.Wire.SubmittedRecord)))}]");
    }
}
