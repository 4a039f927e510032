using Microsoft.Extensions.Configuration;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Where people reach the product: the setting <c>SentimentWatch:PublicUrl</c>.</summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    private Uri? Root =>
        Uri.TryCreate(configuration["SentimentWatch:PublicUrl"], UriKind.Absolute, out var root)
        && (root.Scheme == Uri.UriSchemeHttps || root.Scheme == Uri.UriSchemeHttp)
            ? root
            : null;

    /// <summary>An absolute link to a path of the product; null when no usable address is set.</summary>
    public string? LinkTo(string path) => Root is { } root ? $"{root.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}" : null;

    /// <summary>True when an origin is the product's own.</summary>
    public bool IsAt(Uri origin) => Root is { } root && Uri.Compare(root, origin, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
