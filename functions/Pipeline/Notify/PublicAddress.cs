using Microsoft.Extensions.Configuration;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Where people reach the product: the setting <c>SentimentWatch:PublicUrl</c>.</summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    /// <summary>An absolute link to a path of the product; null when no usable address is set.</summary>
    public string? LinkTo(string path) =>
        Uri.TryCreate(configuration["SentimentWatch:PublicUrl"], UriKind.Absolute, out var root)
        && (root.Scheme == Uri.UriSchemeHttps || root.Scheme == Uri.UriSchemeHttp)
            ? $"{root.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}"
            : null;
}
