using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using SentimentWatch.Console;
using SentimentWatch.Pipeline.Storage;
using SentimentWatch.SelfHost.Engine;
using SentimentWatch.SelfHost.Storage;
using SentimentWatch.Triggers;

namespace SentimentWatch.SelfHost.Hosting;

/// <summary>The whole product in one process: pipeline, functions, console and, unless an account is set, storage.</summary>
public sealed class SelfHostApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly AzuriteProcess? _azurite;
    private readonly bool _serves;

    private SelfHostApp(WebApplication app, AzuriteProcess? azurite, DataFolder data, LocalKeys keys, bool serves) =>
        (_app, _azurite, Data, Keys, _serves) = (app, azurite, data, keys, serves);

    /// <summary>Services of the running host.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>All settings, generated keys and the storage's address included.</summary>
    public IConfiguration Configuration => _app.Configuration;

    /// <summary>First address served, without a slash at the end; empty when none is.</summary>
    public string Address => _serves ? _app.Urls.First().TrimEnd('/') : "";

    /// <summary>Where its data lie.</summary>
    public DataFolder Data { get; }

    /// <summary>Generated keys.</summary>
    public LocalKeys Keys { get; }

    /// <summary>Starts it; when this returns, requests are answered and queues are worked, as far as the options ask.</summary>
    /// <exception cref="UserErrorException">A setting, the port or the storage is at fault.</exception>
    public static async Task<SelfHostApp> StartAsync(SelfHostOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SelfHostApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        SettingSources.Add(builder.Configuration, options.Settings);
        var data = DataFolder.Open(options.Data, builder.Configuration);
        var keys = await LocalKeys.LoadAsync(data, builder.Configuration, cancellationToken);
        SettingSources.AddBelow(builder.Configuration, keys.Settings);
        var urls = PublicAddresses.Settle(options.Urls, builder.Configuration, data);
        HostLogging.Add(builder.Logging, options.LogLevel);
        builder.Services.AddEngine(options.Engine);
        builder.Services.AddHostServices(builder.Configuration);
        builder.Services.AddDataProtection().SetApplicationName("SentimentWatch").PersistKeysToFileSystem(new DirectoryInfo(data.SignIn));
        Telemetry.Add(builder.Services, builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseUrls(urls ?? "http://127.0.0.1:0");

        var app = builder.Build();
        AzuriteProcess? azurite = null;
        try
        {
            var warm = Task.Run(() => WarmUp.Run(app.Services), cancellationToken);
            if (options.Storage)
            {
                azurite = await StorageStart.OpenAsync(app.Configuration, data, options.Say, cancellationToken);
                await StorageStart.CreateAsync(app.Services.GetRequiredService<StorageClients>(), cancellationToken);
            }

            await warm;
            if (urls is not null)
            {
                Map(app);
                await ListenAsync(app, urls, cancellationToken);
            }

            if (options.Engine is not null)
            {
                await app.Services.GetRequiredService<TriggerEngine>().StartAsync(cancellationToken);
            }

            return new SelfHostApp(app, azurite, data, keys, urls is not null);
        }
        catch
        {
            await app.DisposeAsync();
            if (azurite is not null)
            {
                await azurite.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>Waits for SIGTERM, Ctrl-C or <paramref name="cancellationToken"/>.</summary>
    public Task WaitForStopAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_serves)
        {
            await _app.StopAsync();
        }

        if (_app.Services.GetService<TriggerEngine>() is { } engine)
        {
            await engine.StopAsync(CancellationToken.None);
        }

        await _app.DisposeAsync();
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }

    private static void Map(WebApplication app)
    {
        app.UseMiddleware<ProblemMiddleware>();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAntiforgery();
        app.MapFunctions();
        app.MapConsole();
    }

    private static async Task ListenAsync(WebApplication app, string urls, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or FormatException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            throw new UserErrorException($"{urls} cannot be served ({e.Message.TrimEnd('.')}): end what uses it, or choose another address with --urls.", e);
        }
    }
}
