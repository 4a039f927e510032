using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SentimentWatch.SelfHost;
using SentimentWatch.SelfHost.Engine;

namespace SentimentWatch.EndToEnd.Tests.Host;

public sealed class TimerRunnerTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 7, 59, 0, TimeSpan.FromHours(8)));

    [Fact]
    public void The_schedule_is_in_utc()
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var digest = Runner("0 0 0 * * *", services);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(8)), digest.NextAfter(_time.GetUtcNow()));
    }

    [Fact]
    public void A_schedule_of_five_fields_is_refused()
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        Assert.Contains("six fields", Assert.Throws<UserErrorException>(() => Runner("0 0 * * *", services)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_runs_at_each_due_time_and_goes_on_after_a_failure()
    {
        var log = new TimerLog();
        await using var services = new ServiceCollection().AddSingleton(log).BuildServiceProvider();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = Runner("0 0 * * * *", services).RunAsync(stop.Token);
        var (runs, minutes) = (0, 0);
        while (runs < 3 && minutes++ < 10_000)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            runs += await log.Ran.WaitAsync(TimeSpan.FromMilliseconds(1), stop.Token) ? 1 : 0;
        }

        Assert.Equal(3, runs);
        await stop.CancelAsync();
        await running;
    }

    private TimerRunner Runner(string schedule, ServiceProvider services)
    {
        var method = typeof(TimerFunctions).GetMethod(nameof(TimerFunctions.Run))!;
        var entry = new FunctionEntry("Sample", method, new TimerTriggerAttribute(schedule));
        return new TimerRunner(entry, schedule, false, new FunctionInvoker(services.GetRequiredService<IServiceScopeFactory>()), _time, NullLogger.Instance);
    }

    public sealed class TimerLog
    {
        public SemaphoreSlim Ran { get; } = new(0);
    }

    public sealed class TimerFunctions(TimerLog log)
    {
        public Task Run([TimerTrigger("unused")] TimerInfo timer)
        {
            Assert.NotNull(timer);
            log.Ran.Release();
            throw new InvalidOperationException("as the test asks");
        }
    }
}
