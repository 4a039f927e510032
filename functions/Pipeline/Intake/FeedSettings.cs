using System.Globalization;
using Microsoft.Extensions.Configuration;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>One HTTP JSON feed: <c>SentimentWatch:Feeds:{name}:…</c>.</summary>
public sealed record Feed
{
    /// <summary>Name in the settings; letters, digits and <c>-</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>Channel of its records.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Address of its first page, without the parameters below; https, or http on loopback.</summary>
    public Uri Url { get; init; } = new("https://localhost/");

    /// <summary>Which timer polls it; that of its channel when not set.</summary>
    public FeedFamily Family { get; init; }

    /// <summary>Parameter that carries the cursor.</summary>
    public string SinceParameter { get; init; } = "since";

    /// <summary>.NET format of the cursor, a Shanghai time.</summary>
    public string SinceFormat { get; init; } = "yyyy-MM-dd'T'HH:mm:sszzz";

    /// <summary>Parameter that carries the page number; null when the feed has none.</summary>
    public string? PageParameter { get; init; }

    /// <summary>Number of the first page.</summary>
    public int FirstPage { get; init; } = 1;

    /// <summary>Records of a full page: a shorter one is the last. 0 when unknown: then an empty page is the last.</summary>
    public int PageSize { get; init; }

    /// <summary>Property of the answer that holds the array; null when the answer is the array.</summary>
    public string? ItemsProperty { get; init; }

    /// <summary>Property of the answer that holds the address of the next page; null when there is none.</summary>
    public string? NextProperty { get; init; }

    /// <summary>Secret that the feed asks for; null when it asks for none.</summary>
    public string? Key { get; init; }

    /// <summary>Header that carries <see cref="Key"/>.</summary>
    public string KeyHeader { get; init; } = "x-api-key";

    /// <summary>Wait before the first retry; it doubles, with jitter.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait for one answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The cursor after a record received at <paramref name="time"/>.</summary>
    public string Cursor(DateTimeOffset time) => ShanghaiTime.Of(time).ToString(SinceFormat, CultureInfo.InvariantCulture);
}

/// <summary>Reads the feeds from the settings.</summary>
public sealed class FeedSettings(IConfiguration configuration)
{
    private const string Root = "SentimentWatch:Feeds";

    /// <summary>All feeds, each checked.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message says which and what to do.</exception>
    public IReadOnlyList<Feed> Read() => [.. configuration.GetSection(Root).GetChildren().Select(Read)];

    private static Feed Read(IConfigurationSection section)
    {
        var channel = section["Channel"];
        if (!Channels.IsKnown(channel))
        {
            throw Wrong(section, "Channel", $"must be one of {string.Join(", ", Channels.All)}");
        }

        if (!Uri.TryCreate(section["Url"], UriKind.Absolute, out var url) || !IsAllowed(url))
        {
            throw Wrong(section, "Url", "must be an https address (http is taken for loopback only)");
        }

        if (section["Family"] is { Length: > 0 } named && !Enum.TryParse<FeedFamily>(named, ignoreCase: true, out _))
        {
            throw Wrong(section, "Family", $"must be one of {string.Join(", ", Enum.GetNames<FeedFamily>())}, or not set");
        }

        var feed = new Feed();
        return feed with
        {
            Name = section.Key,
            Channel = channel!,
            Url = url,
            Family = section.GetValue("Family", FeedFamilies.Of(channel!)),
            SinceParameter = section["SinceParameter"] ?? feed.SinceParameter,
            SinceFormat = section["SinceFormat"] ?? feed.SinceFormat,
            PageParameter = section["PageParameter"],
            FirstPage = section.GetValue("FirstPage", feed.FirstPage),
            PageSize = section.GetValue("PageSize", feed.PageSize),
            ItemsProperty = section["ItemsProperty"],
            NextProperty = section["NextProperty"],
            Key = section["Key"],
            KeyHeader = section["KeyHeader"] ?? feed.KeyHeader,
            RetryDelay = section.GetValue("RetryDelay", feed.RetryDelay),
            Timeout = section.GetValue("Timeout", feed.Timeout),
        };
    }

    /// <summary>True for https, and for http on loopback.</summary>
    internal static bool IsAllowed(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback);

    private static InvalidOperationException Wrong(IConfigurationSection section, string key, string must) =>
        new($"Setting {section.Path}:{key} {must}; it is '{(key == "Url" ? "…" : section[key])}'.");
}
