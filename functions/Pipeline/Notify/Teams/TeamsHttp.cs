using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>One HTTP client a target, each with a timeout, short retries and a circuit breaker of its own; none of them logs, because the address is the credential.</summary>
internal static class TeamsHttp
{
    // A receiver that asks for a longer pause is not waited for: the news goes back to the queue.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Name of a target's client.</summary>
    public static string ClientOf(string target) => $"notify-teams-{target}";

    /// <summary>Registers the client of a target.</summary>
    public static void AddTeamsClient(this IServiceCollection services, string target) => services
        .AddHttpClient(ClientOf(target), client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        .RemoveAllLoggers()
        .AddResilienceHandler("teams", static (pipeline, context) => Build(pipeline, context.ServiceProvider.GetRequiredService<TeamsTimings>()));

    private static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TeamsTimings timings) => pipeline
        .AddTimeout(timings.Total)
        .AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = timings.FirstPause,
            ShouldRetryAfterHeader = true,
            ShouldHandle = static outcome => ValueTask.FromResult(IsBrief(outcome.Outcome)),
        })
        .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = 6,
            SamplingDuration = TimeSpan.FromSeconds(60),
            BreakDuration = timings.Break,
            ShouldHandle = static outcome => ValueTask.FromResult(HttpClientResiliencePredicates.IsTransient(outcome.Outcome)),
        })
        .AddTimeout(timings.Attempt);

    private static bool IsBrief(Outcome<HttpResponseMessage> outcome) =>
        HttpClientResiliencePredicates.IsTransient(outcome)
        && (outcome.Result is not { } response || PauseOf(response) is not { } pause || pause <= LongestPause);

    /// <summary>What the answer's Retry-After asks for; null when it says nothing.</summary>
    public static TimeSpan? PauseOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when response.Headers.Date is { } sent => date - sent,
        { Date: not null } => TimeSpan.FromMinutes(1),
        _ => null,
    };

    /// <summary>True for answers that no repetition changes.</summary>
    public static bool IsFinal(HttpStatusCode status) => (int)status is >= 300 and < 500 and not (408 or 425 or 429);
}

/// <summary>How long a target is waited for; the whole stays below the time after which the queue would hand the message to another.</summary>
public sealed record TeamsTimings
{
    /// <summary>One try.</summary>
    public TimeSpan Attempt { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>All tries with their pauses.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(22);

    /// <summary>First pause between tries.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a target that keeps failing is left alone.</summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(30);
}
