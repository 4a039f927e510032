namespace SentimentWatch.Pipeline.Insights;

/// <summary>Days before yesterday that got records late, so that their counts must be made again.</summary>
public interface IDirtyDays
{
    /// <summary>Marks days; one that is marked already gets a new tag.</summary>
    Task MarkAsync(IReadOnlyCollection<DateOnly> days, CancellationToken cancellationToken);

    /// <summary>All marked days.</summary>
    Task<IReadOnlyList<DirtyDay>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Takes marks away; one that was set again since it was listed stays.</summary>
    Task ClearAsync(IReadOnlyList<DirtyDay> days, CancellationToken cancellationToken);
}

/// <summary>A marked day and the tag of its mark.</summary>
public sealed record DirtyDay(DateOnly Day, string Tag);
