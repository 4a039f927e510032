using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Policies;

/// <summary>Draws policy reports and sheets as pages: no script, no outside address, citizens' text encoded by Razor.</summary>
public sealed class PolicyPage(IServiceProvider services, ILoggerFactory loggers) : IPolicyPage
{
    /// <inheritdoc/>
    public Task<string> RenderAsync(PolicyReport report) => DrawAsync<PolicyDocument>(nameof(PolicyDocument.Report), report);

    /// <inheritdoc/>
    public Task<string> RenderAsync(PolicySheet sheet) => DrawAsync<PolicySheetDocument>(nameof(PolicySheetDocument.Sheet), sheet);

    private async Task<string> DrawAsync<TDocument>(string name, object model)
        where TDocument : IComponent
    {
        ArgumentNullException.ThrowIfNull(model);
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = model });
            return (await renderer.RenderComponentAsync<TDocument>(parameters)).ToHtmlString();
        });
    }
}
