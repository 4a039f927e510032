using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.Console.Data;

namespace SentimentWatch.Console.Tests.Support;

/// <summary>The console on Kestrel, on a free loopback port.</summary>
public sealed partial class ConsoleHost : IAsyncDisposable
{
    public const string ReaderKey = "reader-key-for-tests";
    public const string OfficerKey = "officer-key-for-tests";
    public const string GasKey = "gas-unit-key-for-tests";

    private readonly WebApplication _app;

    private ConsoleHost(WebApplication app, FakeConsoleData data, FakeTimeProvider time, Uri address)
    {
        _app = app;
        Data = data;
        Time = time;
        Address = address;
    }

    public FakeConsoleData Data { get; }

    public FakeTimeProvider Time { get; }

    public Uri Address { get; }

    public IConfiguration Configuration => _app.Configuration;

    public static async Task<ConsoleHost> StartAsync()
    {
        var data = new FakeConsoleData();
        var time = new FakeTimeProvider(Samples.Now);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SentimentWatch:Keys:reader"] = ReaderKey,
            ["SentimentWatch:Keys:officer"] = OfficerKey,
            ["SentimentWatch:Keys:Unit:rqgs"] = GasKey,
        });
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IConsoleData>(data);
        builder.Services.AddConsole(builder.Configuration);
        var app = builder.Build();
        app.MapConsole();
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new ConsoleHost(app, data, time, new Uri(address));
    }

    /// <summary>A client with cookies of its own that follows no redirect.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    public async Task<HttpClient> SignedInAsync(string key)
    {
        var client = Client();
        var answer = await PostAsync(client, "/console/sign-in", "/console/sign-in", ("key", key));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return client;
    }

    /// <summary>Sends a form as a browser would: with the token of the page it stands on.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string target, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page, TestContext.Current.CancellationToken);
        var token = TokenField().Match(html).Groups[1].Value;
        var form = fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        return await client.PostAsync(target, new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
