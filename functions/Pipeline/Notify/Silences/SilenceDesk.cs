using System.Security.Cryptography;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Silences;

/// <summary>What somebody asks not to be told of.</summary>
public sealed record SilenceWish(
    string? AlertId = null, string? Unit = null, string? Kind = null, string? Place = null, string? Reason = null, string? Author = null, DateTimeOffset? Until = null);

/// <summary>A silence, or the sentence that says why there is none.</summary>
public sealed record SilenceAnswer(Silence? Silence, string? Refusal = null);

/// <summary>Makes, lists and ends silences.</summary>
public sealed class SilenceDesk(ISilenceStore store, SilenceBook book, IUnitNames units, TimeProvider time)
{
    private const int LongestReason = 200;
    private const int LongestAuthor = 50;
    private const int LongestPlace = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>All that have not ended, the one that ends first at first.</summary>
    public async Task<IReadOnlyList<Silence>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(time.GetUtcNow(), cancellationToken)).OrderBy(silence => silence.Until)];

    /// <summary>Makes a silence, or says in one sentence what is wrong with the wish.</summary>
    public async Task<SilenceAnswer> AddAsync(SilenceWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var now = time.GetUtcNow();
        if (Refusal(wish, now) is { } refusal)
        {
            return new SilenceAnswer(null, refusal);
        }

        var silence = new Silence(
            $"S{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}",
            Clean(wish.Reason!),
            Clean(wish.Author!),
            now,
            wish.Until!.Value.ToUniversalTime(),
            Blank(wish.AlertId),
            Blank(wish.Unit),
            Blank(wish.Kind),
            Blank(wish.Place));
        await store.AddAsync(silence, cancellationToken);
        book.Forget();
        return new SilenceAnswer(silence);
    }

    /// <summary>Ends a silence; false when there is none of this id.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        var found = await store.RemoveAsync(id, cancellationToken);
        book.Forget();
        return found;
    }

    private string? Refusal(SilenceWish wish, DateTimeOffset now) => wish switch
    {
        _ when Blank(wish.AlertId) is null && Blank(wish.Unit) is null && Blank(wish.Kind) is null && Blank(wish.Place) is null =>
            "Name at least one of alertId, unit, kind and place: nobody may silence everything.",
        _ when Blank(wish.Unit) is { } unit && !units.IsKnown(unit) => $"The district has no unit '{unit}'.",
        { Place.Length: > LongestPlace } => $"'place' is longer than {LongestPlace} characters.",
        _ when Blank(wish.Reason) is null || wish.Reason!.Length > LongestReason => $"'reason' is missing or longer than {LongestReason} characters.",
        _ when Blank(wish.Author) is null || wish.Author!.Length > LongestAuthor => $"'author' is missing or longer than {LongestAuthor} characters.",
        { Until: not { } } => "'until' is missing: say when the silence ends, as 2026-11-24T18:00:00+08:00.",
        { Until: { } until } when until <= now => "'until' is in the past.",
        { Until: { } until } when until > now + Longest => "'until' is more than 30 days away.",
        _ => null,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Clean(string text) => Masker.Mask(PlainText.Line(text, LongestReason));
}
