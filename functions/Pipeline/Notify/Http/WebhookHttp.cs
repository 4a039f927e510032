using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace SentimentWatch.Pipeline.Notify.Http;

/// <summary>One HTTP client a webhook, each with a timeout, short retries and a circuit breaker of its own; none of them logs, because the address is the credential.</summary>
internal static class WebhookHttp
{
    // A receiver that asks for a longer pause is not waited for: the news goes back to the queue.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private static readonly ResiliencePropertyKey<int> Tries = new("tries");

    /// <summary>Asked before a repetition; false leaves it.</summary>
    public static HttpRequestOptionsKey<Func<CancellationToken, ValueTask<bool>>> Permit { get; } = new("permit");

    /// <summary>Name of a webhook's client.</summary>
    public static string ClientOf(string way, string name) => $"notify-{way}-{name}";

    /// <summary>Registers the client of a webhook.</summary>
    public static void AddWebhookClient(this IServiceCollection services, string way, string name) => services
        .AddHttpClient(ClientOf(way, name), client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        .RemoveAllLoggers()
        .AddResilienceHandler("webhook", static (pipeline, context) => Build(pipeline, context.ServiceProvider.GetRequiredService<WebhookTimings>()));

    private static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, WebhookTimings timings) => pipeline
        .AddTimeout(timings.Total)
        .AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = timings.FirstPause,
            ShouldRetryAfterHeader = true,
            ShouldHandle = static async outcome => IsBrief(outcome.Outcome) && await MayRepeatAsync(outcome.Context),
            OnRetry = static retry =>
            {
                retry.Context.Properties.Set(Tries, retry.AttemptNumber + 1);
                return default;
            },
        })
        .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = 6,
            SamplingDuration = TimeSpan.FromSeconds(60),
            BreakDuration = timings.Break,
            ShouldHandle = static outcome => ValueTask.FromResult(HttpClientResiliencePredicates.IsTransient(outcome.Outcome)),
        })
        .AddTimeout(new HttpTimeoutStrategyOptions
        {
            // The first try is short, so that a red alert is soon tried again; a receiver that is always slow gets its time.
            TimeoutGenerator = attempt => ValueTask.FromResult(timings.AttemptOf(attempt.Context.Properties.GetValue(Tries, 0))),
        });

    private static async ValueTask<bool> MayRepeatAsync(ResilienceContext context) =>
        context.GetRequestMessage() is not { } request || !request.Options.TryGetValue(Permit, out var permit) || await permit(context.CancellationToken);

    private static bool IsBrief(Outcome<HttpResponseMessage> outcome)
    {
        if (!HttpClientResiliencePredicates.IsTransient(outcome) || outcome.Result is not { } response || PauseOf(response) is not { } pause)
        {
            return HttpClientResiliencePredicates.IsTransient(outcome);
        }

        // A limit holds for all instances: it goes back to where they all see it.
        return pause <= (response.StatusCode == HttpStatusCode.TooManyRequests ? TimeSpan.Zero : LongestPause);
    }

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
