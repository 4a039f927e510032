using Microsoft.AspNetCore.Http;

namespace SentimentWatch.Console.Access;

/// <summary>Headers of every answer of the console.</summary>
public static class SecurityHeaders
{
    private const string Pages =
        "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // A digest is a page of its own with its own style sheet inside; it runs no script, sends no form and stands only in our frame. Its links to events open in windows of their own.
    private const string Digest =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    /// <summary>No script at all, no framing, no referrer, nothing kept by a shared cache or a browser's disk.</summary>
    public static void Apply(HttpResponse response) => Apply(response, Pages, "DENY");

    /// <summary>The same for a digest that is shown inside a sandboxed frame of a console page.</summary>
    public static void ApplyForDigest(HttpResponse response) => Apply(response, Digest, "SAMEORIGIN");

    private static void Apply(HttpResponse response, string policy, string frames)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XFrameOptions = frames;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
