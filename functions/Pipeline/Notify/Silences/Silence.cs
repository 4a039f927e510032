using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify.Silences;

/// <summary>News that is not to be sent for a while, and who said why; a row of <c>silences</c>. Of what it names, all must agree.</summary>
/// <param name="Id">S and 12 hexadecimal digits.</param>
/// <param name="Reason">Why, masked; hostile input.</param>
/// <param name="Author">Who, masked; hostile input.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="Until">When it ends (UTC), at most 30 days after.</param>
/// <param name="AlertId">One alert; null for any.</param>
/// <param name="Unit">News to this unit only; null for any.</param>
/// <param name="Kind">Danger kind code; null for any.</param>
/// <param name="Place">Name of a place, as the alert has it; null for any.</param>
public sealed record Silence(
    string Id, string Reason, string Author, DateTimeOffset CreatedAt, DateTimeOffset Until,
    string? AlertId = null, string? Unit = null, string? Kind = null, string? Place = null)
{
    /// <summary>True when news to a unit is not to be sent. Red is silenced by its alert id alone.</summary>
    public bool Covers(Alert alert, string unit, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return Until > now
            && (AlertId is not null || alert.Level != AlertLevel.Red)
            && (AlertId is null || AlertId == alert.Id)
            && (Unit is null || Unit == unit)
            && (Kind is null || Kind == alert.Kind)
            && (Place is null || Place == alert.Place);
    }
}

/// <summary>Where silences are kept.</summary>
public interface ISilenceStore
{
    /// <summary>All that have not ended.</summary>
    Task<IReadOnlyList<Silence>> ListAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Adds one.</summary>
    Task AddAsync(Silence silence, CancellationToken cancellationToken);

    /// <summary>Ends one; false when there is none of this id.</summary>
    Task<bool> RemoveAsync(string id, CancellationToken cancellationToken);
}
