using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>Reads the pages of a feed since its checkpoint.</summary>
public sealed class FeedReader(IHttpClientFactory clients, FeedPipelines pipelines)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "feeds";

    /// <summary>Most pages of one poll; more is an endless loop of the feed's.</summary>
    private const int MaxPages = 500;

    /// <summary>Pages in order; none when nothing has changed. The consumer sets <see cref="FeedPage.Count"/> before it asks for the next.</summary>
    public async IAsyncEnumerable<FeedPage> ReadAsync(
        Feed feed, Checkpoint checkpoint, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(checkpoint);
        var address = Address(feed, checkpoint.Cursor, 0);
        for (var number = 0; address is not null; number++)
        {
            if (number == MaxPages)
            {
                throw new InvalidDataException($"the feed has more than {MaxPages} pages; set PageParameter or NextProperty as it needs them");
            }

            var page = await GetAsync(feed, address, number == 0 ? checkpoint : null, cancellationToken);
            if (page is null)
            {
                yield break;
            }

            yield return page;
            address = NextAddress(feed, checkpoint.Cursor, page, number);
        }
    }

    /// <summary>True for what a feed's server or network does wrong, as against a fault of ours.</summary>
    internal static bool IsFeedFault(Exception e, CancellationToken cancellationToken) =>
        e is HttpRequestException or TimeoutRejectedException or BrokenCircuitException or JsonException or InvalidDataException
        || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>One sentence without address or key.</summary>
    internal static string Describe(Exception e) => e switch
    {
        HttpRequestException { StatusCode: { } status } => $"the feed answered {(int)status}",
        HttpRequestException http => $"the feed cannot be reached ({http.HttpRequestError})",
        BrokenCircuitException => "the feed failed too often; it is left alone for a minute",
        InvalidDataException data => data.Message,
        JsonException => "the feed's answer is no JSON of the expected form",
        _ => "the feed did not answer in time",
    };

    private static Uri Address(Feed feed, string? cursor, int number)
    {
        var query = new StringBuilder(feed.Url.Query.TrimStart('?'));
        Append(query, cursor is null ? null : feed.SinceParameter, cursor);
        Append(query, feed.PageParameter, (feed.FirstPage + number).ToString(CultureInfo.InvariantCulture));
        return new UriBuilder(feed.Url) { Query = query.ToString() }.Uri;
    }

    private static void Append(StringBuilder query, string? name, string? value)
    {
        if (name is not null)
        {
            query.Append(query.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value ?? ""));
        }
    }

    private static Uri? NextAddress(Feed feed, string? cursor, FeedPage page, int number)
    {
        if (page.Next is { } next)
        {
            return next;
        }

        return feed.PageParameter is null || page.Count == 0 || page.Count < feed.PageSize ? null : Address(feed, cursor, number + 1);
    }

    /// <summary>One page; null when it has not changed.</summary>
    private async Task<FeedPage?> GetAsync(Feed feed, Uri address, Checkpoint? checkpoint, CancellationToken cancellationToken)
    {
        var fingerprint = HashOf(Encoding.UTF8.GetBytes(address.AbsoluteUri));
        var known = checkpoint?.Address == fingerprint ? checkpoint : null;
        using var client = clients.CreateClient(ClientName);
        using var response = await pipelines.For(feed).ExecuteAsync(
            async token =>
            {
                using var request = Request(feed, address, known);
                return await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, token);
            },
            cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var digest = HashOf(body);
        return known?.Digest == digest
            ? null
            : FeedPage.Read(feed, address, body, new FeedMarks(fingerprint, digest, response.Headers.ETag?.ToString(), response.Content.Headers.LastModified));
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];

    private static HttpRequestMessage Request(Feed feed, Uri address, Checkpoint? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (feed.Key is { Length: > 0 } key)
        {
            request.Headers.TryAddWithoutValidation(feed.KeyHeader, key);
        }

        if (known?.ETag is { } etag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        request.Headers.IfModifiedSince = known?.LastModified;
        return request;
    }
}
