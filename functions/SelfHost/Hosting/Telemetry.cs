using OpenTelemetry.Metrics;

namespace SentimentWatch.SelfHost.Hosting;

/// <summary>Sends the product's metrics where OTEL_EXPORTER_OTLP_ENDPOINT says; nothing is set up when it says nothing.</summary>
public static class Telemetry
{
    /// <summary>Adds the meters and the exporter.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 })
        {
            return;
        }

        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter("SentimentWatch.*")
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http")
            .AddOtlpExporter());
    }
}
