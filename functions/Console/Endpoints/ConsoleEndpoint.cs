using Microsoft.AspNetCore.Http;
using SentimentWatch.Console.Access;
using SentimentWatch.Console.Data;
using SentimentWatch.Console.Pages;
using SentimentWatch.Console.Text;

namespace SentimentWatch.Console.Endpoints;

/// <summary>What the endpoints share.</summary>
internal static class ConsoleEndpoint
{
    /// <summary>The frame of a signed-in page.</summary>
    public static FrameModel Frame(PageContext page, IConsoleData data)
    {
        var viewer = page.SignedIn;
        return new FrameModel(data.DistrictName, viewer.Unit is { } unit ? data.UnitName(unit) : Labels.Role(viewer.Role), data.UnitName);
    }

    /// <summary>The unit whose matters a list shows: always their own for a unit, what the filter says for others.</summary>
    public static string? Scope(Viewer viewer, string? asked) => viewer.SeesAll ? asked : viewer.Unit;

    /// <summary>A query value; null when it is absent, blank or, where choices are given, none of them.</summary>
    public static string? Value(HttpRequest request, string name, IEnumerable<string>? choices = null)
    {
        var value = request.Query[name].ToString().Trim();
        return value.Length == 0 || value.Length > 2000 || (choices is not null && !choices.Contains(value)) ? null : value;
    }
}
