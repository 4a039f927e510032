using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Registry;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>One resilience pipeline a feed: retry with jitter that honours Retry-After, circuit breaker, timeout a try.</summary>
public sealed class FeedPipelines(TimeProvider time) : IDisposable
{
    private const int Retries = 4;
    private readonly ResiliencePipelineRegistry<string> _pipelines = new();

    /// <summary>The pipeline of a feed; it lives as long as the process, so that its breaker remembers.</summary>
    public ResiliencePipeline<HttpResponseMessage> For(Feed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return _pipelines.GetOrAddPipeline<HttpResponseMessage>(feed.Name, builder =>
        {
            builder.TimeProvider = time;
            builder
                .AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = Retries,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = feed.RetryDelay,
                    ShouldRetryAfterHeader = true,
                })
                .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                {
                    FailureRatio = 0.9,
                    MinimumThroughput = 2 * (Retries + 1),
                    SamplingDuration = TimeSpan.FromMinutes(10),
                    BreakDuration = TimeSpan.FromMinutes(1),
                })
                .AddTimeout(new HttpTimeoutStrategyOptions { Timeout = feed.Timeout });
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _pipelines.Dispose();
}
