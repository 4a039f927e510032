using System.Globalization;
using Microsoft.AspNetCore.Http;
using SentimentWatch.Console.Access;
using SentimentWatch.Console.Data;
using SentimentWatch.Console.Pages;
using SentimentWatch.Console.Text;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Endpoints;

/// <summary>What the endpoints share.</summary>
internal static class ConsoleEndpoint
{
    /// <summary>The frame of a signed-in page.</summary>
    public static FrameModel Frame(PageContext page, IConsoleData data)
    {
        var viewer = page.SignedIn;
        return new FrameModel(data.District, viewer.Unit is { } unit ? data.UnitName(unit) : Codes.RoleName(viewer.Role), data.UnitName);
    }

    /// <summary>The unit whose matters a list shows: always their own for a unit, what the filter says for others.</summary>
    public static string? Scope(Viewer viewer, string? asked) => viewer.SeesAll ? asked : viewer.Unit;

    /// <summary>A day (<c>2026-11-24</c>) from the query; null when it is absent or none of this century.</summary>
    public static DateOnly? Day(HttpRequest request, string name) =>
        DateOnly.TryParseExact(request.Query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 2000 and <= 2100
            ? day
            : null;

    /// <summary>The page, or the first page when the continuation was not one of ours.</summary>
    public static async Task<(Page<T> Found, bool IsFirst)> PageAsync<T>(string? continuation, Func<string?, Task<Page<T>>> read)
    {
        try
        {
            return (await read(continuation), continuation is null);
        }
        catch (FormatException) when (continuation is not null)
        {
            return (await read(null), true);
        }
    }

    /// <summary>A query value; null when it is absent, blank or, where choices are given, none of them.</summary>
    public static string? Value(HttpRequest request, string name, IEnumerable<string>? choices = null)
    {
        var value = request.Query[name].ToString().Trim();
        return value.Length == 0 || value.Length > 2000 || (choices is not null && !choices.Contains(value)) ? null : value;
    }
}
