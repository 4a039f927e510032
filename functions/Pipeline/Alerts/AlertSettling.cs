namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Brings the row of an alert to what its log says.</summary>
internal static class AlertSettling
{
    /// <summary>True while the acknowledge clock runs; a returned alert still waits for somebody.</summary>
    public static bool WaitsForAcknowledgement(Alert alert) => alert.State is AlertState.Open or AlertState.Returned;

    /// <summary>
    /// Writes the row and looks whether the log has grown meanwhile; whoever writes last has seen the whole log, so a late
    /// writer cannot leave an old state. Returns the log as seen last.
    /// </summary>
    public static async Task<IReadOnlyList<AlertLogEntry>> SettleAsync(IAlertStore store, IReadOnlyList<AlertLogEntry> log, CancellationToken cancellationToken)
    {
        while (true)
        {
            var alert = AlertFold.Of(log).Alert!;
            await store.SaveAsync(alert, cancellationToken);
            var newer = await store.LogAsync(alert.Id, cancellationToken, alert.LastSequence);
            if (newer.Count == 0)
            {
                return log;
            }

            log = [.. log, .. newer];
        }
    }
}
