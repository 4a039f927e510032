using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SentimentWatch.Console.Endpoints;

/// <summary>The style sheet and the tab's mark, embedded so that a host serves them wherever it stands.</summary>
internal static class AssetsEndpoint
{
    private static readonly byte[] Style = Read("console.css");
    private static readonly byte[] Icon = Read("icon.svg");
    private static readonly EntityTagHeaderValue Tag = new($"\"{typeof(AssetsEndpoint).Module.ModuleVersionId:N}\"");

    public static IResult ShowStyle(HttpContext http) => Send(http, Style, "text/css; charset=utf-8");

    public static IResult ShowIcon(HttpContext http) => Send(http, Icon, "image/svg+xml");

    private static IResult Send(HttpContext http, byte[] content, string type)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(content, type, entityTag: Tag);
    }

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Console.{name}")
            ?? throw new InvalidOperationException($"The console's {name} is not embedded in its assembly.");
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
