using System.Text;
using System.Text.Json;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>What tells whether an answer is the one before.</summary>
/// <param name="Fingerprint">Hash of the address it came from; an address may hold a secret.</param>
/// <param name="Digest">Hash of the answer.</param>
/// <param name="ETag">Its ETag, if it has one.</param>
/// <param name="LastModified">Its Last-Modified, if it has one.</param>
public sealed record FeedMarks(string Fingerprint, string Digest, string? ETag, DateTimeOffset? LastModified);

/// <summary>One answer of a feed.</summary>
public sealed class FeedPage
{
    private readonly ReadOnlyMemory<byte> _items;

    private FeedPage(ReadOnlyMemory<byte> items, FeedMarks marks) => (_items, Marks) = (items, marks);

    /// <summary>What tells whether it has changed.</summary>
    public FeedMarks Marks { get; }

    /// <summary>Address of the next page, when the answer names it.</summary>
    public Uri? Next { get; private init; }

    /// <summary>Lines that intake found in it.</summary>
    public int Count { get; set; }

    /// <summary>The JSON array of records.</summary>
    public Stream Open() => new MemoryStream(_items.ToArray(), writable: false);

    internal static FeedPage Read(Feed feed, Uri address, byte[] body, FeedMarks marks)
    {
        var (items, next) = Unwrap(feed, address, body);
        return new FeedPage(items, marks) { Next = next };
    }

    private static (ReadOnlyMemory<byte> Items, Uri? Next) Unwrap(Feed feed, Uri address, byte[] body)
    {
        if (feed.ItemsProperty is null && feed.NextProperty is null)
        {
            return (body, null);
        }

        using var document = JsonDocument.Parse(body);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException("the feed's answer is no JSON object, but ItemsProperty or NextProperty is set");
        }

        ReadOnlyMemory<byte> items = body;
        if (feed.ItemsProperty is { } property)
        {
            items = document.RootElement.TryGetProperty(property, out var array)
                ? Encoding.UTF8.GetBytes(array.GetRawText())
                : throw new InvalidDataException($"the feed's answer has no property '{property}'; correct the setting ItemsProperty");
        }

        return (items, NextOf(feed, address, document.RootElement));
    }

    private static Uri? NextOf(Feed feed, Uri address, JsonElement answer)
    {
        if (feed.NextProperty is null || !answer.TryGetProperty(feed.NextProperty, out var named)
            || named.ValueKind != JsonValueKind.String || named.GetString() is not { Length: > 0 } text)
        {
            return null;
        }

        // The key goes along with every request: it must not leave the feed's own server.
        return Uri.TryCreate(address, text, out var next) && next.GetLeftPart(UriPartial.Authority) == feed.Url.GetLeftPart(UriPartial.Authority)
            ? next
            : throw new InvalidDataException("the feed names a next page on another server");
    }
}
