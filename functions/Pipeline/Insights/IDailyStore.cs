namespace SentimentWatch.Pipeline.Insights;

/// <summary>The <c>daily</c> table and what the rollup must remember; implemented in Storage.</summary>
public interface IDailyStore
{
    /// <summary>The rows of everyone, <paramref name="from"/> to <paramref name="to"/> (both included), by day; a day never counted is absent. One range query.</summary>
    Task<IReadOnlyList<DailyHead>> HeadsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>Rows of units (not of everyone), of one unit or of all.</summary>
    IAsyncEnumerable<DailyRow> UnitsAsync(DateOnly from, DateOnly to, string? unit, CancellationToken cancellationToken);

    /// <summary>Writes rows of units; each replaces what stands under its key.</summary>
    Task WriteUnitsAsync(IReadOnlyList<DailyRow> rows, CancellationToken cancellationToken);

    /// <summary>Writes rows of everyone, each over the one whose tag it carries (null: where there is none); false when somebody else has written one of them meanwhile, and then none or some are written.</summary>
    Task<bool> WriteHeadsAsync(IReadOnlyList<DailyHead> heads, CancellationToken cancellationToken);

    /// <summary>When the last finished rollup began (UTC); null before the first.</summary>
    Task<DateTimeOffset?> LastRunAsync(CancellationToken cancellationToken);

    /// <summary>Remembers when a rollup began that has finished.</summary>
    Task SetLastRunAsync(DateTimeOffset began, CancellationToken cancellationToken);
}

/// <summary>A row of everyone as it is stored.</summary>
/// <param name="Row">The counts.</param>
/// <param name="Marks">A short hash of each unit's row, by unit code: tells which rows must be written without reading them.</param>
/// <param name="Tag">ETag; null for a row that is not there yet.</param>
public sealed record DailyHead(DailyRow Row, IReadOnlyDictionary<string, string> Marks, string? Tag);
