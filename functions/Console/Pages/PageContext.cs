using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using SentimentWatch.Console.Access;

namespace SentimentWatch.Console.Pages;

/// <summary>What every page knows of its request.</summary>
/// <param name="viewer">Who looks; null before sign-in.</param>
/// <param name="request">The request.</param>
/// <param name="now">The moment that "time left" is counted from (UTC).</param>
/// <param name="tokens">Antiforgery token of the forms on the page.</param>
public sealed class PageContext(Viewer? viewer, HttpRequest request, DateTimeOffset now, AntiforgeryTokenSet tokens)
{
    /// <summary>Who looks; null before sign-in.</summary>
    public Viewer? Viewer { get; } = viewer;

    /// <summary>Path of the page, for the mark of the current menu entry.</summary>
    public string Path { get; } = request.Path.Value ?? "";

    /// <summary>The moment the page was made (UTC).</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>Name of the hidden antiforgery field.</summary>
    public string TokenField { get; } = tokens.FormFieldName;

    /// <summary>Value of the hidden antiforgery field.</summary>
    public string Token { get; } = tokens.RequestToken ?? "";

    /// <summary>The viewer of a page that only a signed-in person reaches.</summary>
    public Viewer SignedIn => Viewer ?? throw new InvalidOperationException("The page was reached without a session.");

    /// <summary>The page of the current request.</summary>
    public static PageContext Of(HttpContext http) =>
        http.Features.Get<PageContext>() ?? throw new InvalidOperationException("A console page was reached without passing the console's gate.");
}
