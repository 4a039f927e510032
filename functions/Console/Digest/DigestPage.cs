using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Digest;

/// <summary>Draws a digest as a page: no script, no outside address, citizens' text encoded by Razor.</summary>
public sealed class DigestPage(IServiceProvider services, ILoggerFactory loggers) : IDigestPage
{
    /// <inheritdoc/>
    public async Task<string> RenderAsync(Pipeline.Insights.Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(DigestDocument.Digest)] = digest });
            return (await renderer.RenderComponentAsync<DigestDocument>(parameters)).ToHtmlString();
        });
    }
}
