using Microsoft.Azure.Functions.Worker;
using NCrontab;

namespace SentimentWatch.SelfHost.Engine;

/// <summary>Runs one timer function by its schedule in UTC; a run that takes long delays the next, two never overlap.</summary>
public sealed class TimerRunner(FunctionEntry function, string schedule, bool runOnStartup, FunctionInvoker invoker, TimeProvider time, ILogger logger)
{
    private static readonly Dictionary<string, object?> NoRoute = [];
    private readonly CrontabSchedule _schedule = Parse(function.Name, schedule);

    /// <summary>The first run after <paramref name="now"/>.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset now) => new(_schedule.GetNextOccurrence(now.UtcDateTime), TimeSpan.Zero);

    /// <summary>Runs until stopped.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            if (runOnStartup)
            {
                await InvokeAsync(late: false, stopping);
            }

            while (true)
            {
                var due = NextAfter(time.GetUtcNow());
                while (time.GetUtcNow() is var now && now < due)
                {
                    // Looks again every hour: a sleeping laptop or a set clock must not shift the schedule.
                    await Task.Delay(due - now < TimeSpan.FromHours(1) ? due - now : TimeSpan.FromHours(1), time, stopping);
                }

                await InvokeAsync(time.GetUtcNow() - due > TimeSpan.FromMinutes(1), stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    private async Task InvokeAsync(bool late, CancellationToken stopping)
    {
        try
        {
            await invoker.InvokeAsync(function, new TimerInfo { IsPastDue = late }, NoRoute, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // a timer that fails once must run again at its next time
        catch (Exception e)
#pragma warning restore CA1031
        {
            EngineLog.TimerFailed(logger, e, function.Name);
        }
    }

    private static CrontabSchedule Parse(string function, string schedule)
    {
        try
        {
            return CrontabSchedule.Parse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        }
        catch (CrontabException e)
        {
            throw new UserErrorException($"The schedule \"{schedule}\" of function {function} is no NCrontab expression of six fields: mend the setting.", e);
        }
    }
}
