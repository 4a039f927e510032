namespace SentimentWatch.Pipeline.Alerts;

/// <summary>How the deadlines of an alert start, change and end; pure, knows no calendar.</summary>
internal static class AlertClocks
{
    /// <summary>Starts the acknowledge deadline anew.</summary>
    public static Alert Dispatch(Alert alert, DateTimeOffset at, TimeSpan limit)
    {
        var deadline = AlertDeadline.Timed(OpenClock.Acknowledge, at, limit, AlertStop.Acknowledged);
        return Replace(alert, [deadline]) with { AcknowledgeBy = deadline.DueAt };
    }

    /// <summary>Starts the clocks of the alert's level that do not run yet; those of a lower level run on.</summary>
    public static Alert StartLevel(Alert alert, DateTimeOffset at)
    {
        var clocks = alert.Policy?.Levels.GetValueOrDefault(alert.Level)?.Clocks ?? [];
        return Add(alert, clocks
            .Where(clock => alert.Deadlines.All(deadline => deadline.Clock != clock.Clock))
            .Select(clock => AlertDeadline.Timed(clock.Clock, at, TimeSpan.FromMinutes(clock.Minutes), clock.StopsAt)));
    }

    /// <summary>Puts deadlines beside those that run; of two of a clock the earlier binds.</summary>
    public static Alert Add(Alert alert, IEnumerable<AlertDeadline> deadlines)
    {
        foreach (var deadline in deadlines)
        {
            var own = alert.Deadlines.FirstOrDefault(other => other.Clock == deadline.Clock);
            if (own is null || own.Earlier(deadline) != own)
            {
                alert = Replace(alert, [deadline]);
            }
        }

        return alert;
    }

    /// <summary>Puts deadlines in place of those of the same clocks.</summary>
    public static Alert Replace(Alert alert, IReadOnlyList<AlertDeadline> deadlines) => alert with
    {
        Deadlines =
        [
            .. alert.Deadlines.Where(own => deadlines.All(deadline => deadline.Clock != own.Clock))
                .Concat(deadlines)
                .OrderBy(deadline => deadline.Clock, StringComparer.Ordinal),
        ],
    };

    /// <summary>Notes that the product acted at a mark; the last repeat stands for those before it.</summary>
    public static Alert Take(Alert alert, string mark)
    {
        var repeat = mark[..(mark.LastIndexOf(':') + 1)];
        var replaced = repeat.EndsWith($":{AlertMark.Repeat}:", StringComparison.Ordinal) ? repeat : null;
        return alert with
        {
            Taken = [.. alert.Taken.Where(taken => taken != mark && (replaced is null || !taken.StartsWith(replaced, StringComparison.Ordinal))).Append(mark)],
        };
    }

    /// <summary>Ends the deadlines that the alert's state fulfils, keeps how they ended, and forgets the marks of those that are gone.</summary>
    public static Alert Settle(Alert alert, Alert? before, AlertLogEntry entry)
    {
        var running = alert.Deadlines.All(deadline => deadline.RunsIn(alert.State))
            ? alert.Deadlines
            : [.. alert.Deadlines.Where(deadline => deadline.RunsIn(alert.State))];
        // What was no danger (误报) was nobody's duty: its clocks are neither met nor missed.
        var ended = entry.Step == AlertStep.FalseAlarm || running.Count == alert.Deadlines.Count
            ? alert.Ended
            : [.. alert.Ended, .. alert.Deadlines.Except(running).Where(deadline => Ran(before, deadline)).Select(deadline => new EndedDeadline(deadline.Clock, deadline.DueAt, entry.At, alert.Unit))];
        return alert with { Ended = ended, Deadlines = running, Taken = alert.Taken.Count == 0 ? alert.Taken : [.. alert.Taken.Where(taken => StandsFor(taken, running))] };
    }

    // A clock that a raise starts in an alert that has done its part already never ran.
    private static bool Ran(Alert? before, AlertDeadline deadline) => before?.Deadlines.Any(own => own.Clock == deadline.Clock) == true;

    private static bool StandsFor(string taken, IReadOnlyList<AlertDeadline> running) => running.Any(deadline =>
        taken.StartsWith($"{deadline.Clock}:{AlertMark.Repeat}:", StringComparison.Ordinal)
        || deadline.Marks.Any(mark => taken == OpenClock.MarkOf(deadline.Clock, mark)));
}
