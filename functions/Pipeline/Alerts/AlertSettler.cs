namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Brings the row, the clocks and the news of an alert to what its log says.</summary>
public sealed class AlertSettler(IAlertStore store, IAlertAnnouncer announcer)
{
    // So long the part that took records in may still write the clocks of the alert as it left it.
    private static readonly TimeSpan Unsettled = TimeSpan.FromMinutes(2);

    /// <summary>
    /// True while a part that took records in may not have written its clocks: it does so for all its alerts together and does not look whether
    /// an alert has moved on. Whoever changes clocks then leaves a settle row, whose reader puts them right.
    /// </summary>
    public static bool IsUnsettled(IEnumerable<AlertLogEntry> log, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(log);
        return log.Any(entry => entry.Facts is not null && !IsLate(entry.At, now));
    }

    /// <summary>True when a part took so long that those who came after it could not reckon with it: it looks at its alerts once more.</summary>
    internal static bool IsLate(DateTimeOffset begun, DateTimeOffset now) => now - begun >= Unsettled;

    /// <summary>
    /// Writes the row and the clock rows of an alert and looks whether its log has grown meanwhile; whoever writes last has seen the whole log, so a
    /// late writer cannot leave an old state. Returns the log as seen last. The row of a
    /// moment at which the timer has acted stays: the timer takes it away itself when it has told the news, and may die before.
    /// </summary>
    /// <param name="log">The log, from its first entry.</param>
    /// <param name="present">Clock rows that are there; null leaves clock rows alone.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<IReadOnlyList<AlertLogEntry>> SettleAsync(
        IReadOnlyList<AlertLogEntry> log, IReadOnlyCollection<OpenClock>? present, CancellationToken cancellationToken) =>
        SettleAsync(log, present, present, cancellationToken);

    /// <summary>
    /// Does again whatever a broken-off step of an alert may have left undone: the row, the clock rows, and the news since a moment, which are looked
    /// up before they are sent again.
    /// </summary>
    public async Task MendAsync(string alertId, DateTimeOffset newsSince, CancellationToken cancellationToken) =>
        await MendAsync(await store.LogAsync(alertId, cancellationToken), newsSince, cancellationToken);

    /// <inheritdoc cref="MendAsync(string, DateTimeOffset, CancellationToken)"/>
    public async Task MendAsync(IReadOnlyList<AlertLogEntry> log, DateTimeOffset newsSince, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (AlertFold.Of(log).Alert is null)
        {
            return;
        }

        log = await SettleWhollyAsync(log, cancellationToken);
        var news = AlertFold.Of(log).Announcements.Where(item => item.At >= newsSince).ToList();
        if (news.Count > 0)
        {
            await announcer.AnnounceAsync(news, recheck: true, cancellationToken);
        }
    }

    /// <summary>As <see cref="SettleAsync(IReadOnlyList{AlertLogEntry}, IReadOnlyCollection{OpenClock}, CancellationToken)"/>, when it is not known which clock rows are there.</summary>
    internal Task<IReadOnlyList<AlertLogEntry>> SettleWhollyAsync(IReadOnlyList<AlertLogEntry> log, CancellationToken cancellationToken) =>
        SettleAsync(log, [], AlertFold.EveryRowOf(log), cancellationToken);

    private async Task<IReadOnlyList<AlertLogEntry>> SettleAsync(
        IReadOnlyList<AlertLogEntry> log, IReadOnlyCollection<OpenClock>? present, IReadOnlyCollection<OpenClock>? perhaps, CancellationToken cancellationToken)
    {
        while (true)
        {
            var alert = AlertFold.Of(log).Alert!;
            await store.SaveAsync(alert, cancellationToken);
            if (present is not null)
            {
                var rows = OpenClock.RowsOf(alert);
                var acted = log.Where(entry => entry.Unit == AlertActors.System).Select(entry => entry.Source).OfType<string>().ToHashSet(StringComparer.Ordinal);
                await ChangeAsync(ClockChange.Of(present, [.. perhaps!.Where(row => !acted.Contains(row.Source))], rows), cancellationToken);
                present = perhaps = rows;
            }

            var newer = await store.LogAsync(alert.Id, cancellationToken, alert.LastSequence);
            if (newer.Count == 0)
            {
                return log;
            }

            log = [.. log, .. newer];
        }
    }

    private async Task ChangeAsync(ClockChange change, CancellationToken cancellationToken)
    {
        if (change.Started.Count > 0)
        {
            await store.SaveClocksAsync(change.Started, cancellationToken);
        }

        if (change.Stopped.Count > 0)
        {
            await store.RemoveClocksAsync(change.Stopped, cancellationToken);
        }
    }
}

/// <summary>Which clock rows to write and which to take away.</summary>
internal sealed record ClockChange(IReadOnlyList<OpenClock> Started, IReadOnlyList<OpenClock> Stopped)
{
    /// <summary>Nothing.</summary>
    public static ClockChange None { get; } = new([], []);

    /// <summary>True when nothing changes.</summary>
    public bool IsNone => Started.Count + Stopped.Count == 0;

    /// <summary>With one more row to write; null adds none.</summary>
    public ClockChange With(OpenClock? row) => row is null ? this : this with { Started = [.. Started, row] };

    /// <summary>From one state of an alert to another.</summary>
    public static ClockChange Of(Alert before, Alert after) => Of(OpenClock.RowsOf(before), OpenClock.RowsOf(before), OpenClock.RowsOf(after));

    /// <summary>From rows that are there, or may be there, to those that must be there.</summary>
    public static ClockChange Of(IReadOnlyCollection<OpenClock> present, IReadOnlyCollection<OpenClock> perhaps, IReadOnlyList<OpenClock> rows)
    {
        var keys = rows.Select(row => row.RowKey).ToHashSet(StringComparer.Ordinal);
        return new ClockChange([.. rows.Where(row => !present.Contains(row))], [.. perhaps.Where(row => !keys.Contains(row.RowKey))]);
    }
}
