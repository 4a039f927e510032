namespace SentimentWatch.Pipeline.Insights;

/// <summary>The blob container <c>digests</c>: <c>{day|week}/{yyyy-MM-dd}.{html,card.json,md,json}</c>; implemented in Storage.</summary>
public interface IDigestStore
{
    /// <summary>Stores one form of a digest over what was there.</summary>
    Task SaveAsync(DigestKey key, DigestFormat format, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>One stored form; null when there is none.</summary>
    Task<byte[]?> ReadAsync(DigestKey key, DigestFormat format, CancellationToken cancellationToken);

    /// <summary>Stored digests, newest first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<DigestKey>> ListAsync(DigestPeriod? period, int limit, CancellationToken cancellationToken);

    /// <summary>Runs <paramref name="send"/> unless it has been run for this digest or is being run elsewhere; false when it was left out. A failed send is forgotten, so that it can be tried again.</summary>
    Task<bool> SendOnceAsync(DigestKey key, Func<CancellationToken, Task> send, CancellationToken cancellationToken);
}

/// <summary>A digest's place.</summary>
/// <param name="Period">Day or week.</param>
/// <param name="Day">The day it is filed under, the last it speaks of.</param>
public sealed record DigestKey(DigestPeriod Period, DateOnly Day)
{
    /// <summary><c>day</c> or <c>week</c>.</summary>
    public string PeriodCode => Period == DigestPeriod.Week ? "week" : "day";
}

/// <summary>Forms of a digest.</summary>
public enum DigestFormat
{
    /// <summary>The digest's data, from which every form can be drawn again.</summary>
    Json,

    /// <summary>A page.</summary>
    Html,

    /// <summary>A Teams message.</summary>
    Card,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>A Word document; drawn when it is asked for, never stored.</summary>
    Docx,
}

/// <summary>Draws the page of a digest; implemented by the console's Razor component.</summary>
public interface IDigestPage
{
    /// <summary>A whole HTML document without scripts or outside addresses.</summary>
    Task<string> RenderAsync(Digest digest);
}
