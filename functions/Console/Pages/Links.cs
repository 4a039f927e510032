using Microsoft.AspNetCore.Http;
using SentimentWatch.Console.Text;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Console.Pages;

/// <summary>Addresses of the console's pages.</summary>
public static class Links
{
    /// <summary>The overview, and the root of all the others.</summary>
    public const string Home = "/console";

    /// <summary>The list of alerts.</summary>
    public const string Alerts = "/console/alerts";

    /// <summary>The list of what is overdue.</summary>
    public const string Overdue = "/console/overdue";

    /// <summary>The board of events.</summary>
    public const string Events = "/console/events";

    /// <summary>The list of records.</summary>
    public const string Records = "/console/records";

    /// <summary>The list of verdicts that wait for a person.</summary>
    public const string Reviews = "/console/reviews";

    /// <summary>The list of digests.</summary>
    public const string Digests = "/console/digests";

    /// <summary>The list of policies.</summary>
    public const string Policies = "/console/policies";

    /// <summary>Where a session starts.</summary>
    public const string SignInPath = "/console/sign-in";

    /// <summary>Where a session ends.</summary>
    public const string SignOutPath = "/console/sign-out";

    /// <summary>The style sheet.</summary>
    public const string Style = "/console/assets/console.css";

    /// <summary>The mark in the browser's tab.</summary>
    public const string Icon = "/console/assets/icon.svg";

    /// <summary>Sign-in that leads on to <paramref name="next"/>.</summary>
    public static string SignIn(string next) => next == Home ? SignInPath : SignInPath + QueryString.Create("next", next);

    /// <summary>One alert.</summary>
    public static string Alert(string id) => $"{Alerts}/{Uri.EscapeDataString(id)}";

    /// <summary>One event.</summary>
    public static string Event(string id) => $"{Events}/{Uri.EscapeDataString(id)}";

    /// <summary>One record; the day it was received spares a search.</summary>
    public static string Record(string channel, string sourceId, DateTimeOffset receivedAt) =>
        $"{Records}/{Uri.EscapeDataString(channel)}/{Uri.EscapeDataString(sourceId)}?day={DayText.Iso(ShanghaiTime.DayOf(receivedAt))}";

    /// <summary>Where a decision on a review row goes.</summary>
    public static string Review(DateOnly day, string key) => $"{Reviews}/{DayText.Iso(day)}/{Uri.EscapeDataString(key)}";

    /// <summary>One digest inside the console.</summary>
    public static string Digest(DigestKey digest) => $"{Digests}/{DigestNames.Name(digest)}";

    /// <summary>The digest's own page, which stands in a frame.</summary>
    public static string DigestPage(DigestKey digest) => $"{Digests}/{DigestNames.Name(digest)}/page";

    /// <summary>A policy's report, or a year's sheet, inside the console.</summary>
    public static string Policy(string name) => $"{Policies}/{Uri.EscapeDataString(name)}";

    /// <summary>The report's own page, which stands in a frame.</summary>
    public static string PolicyPage(string name) => $"{Policy(name)}/page";

    /// <summary><paramref name="path"/> with those of the pairs that have a value.</summary>
    public static string Query(string path, params (string Name, string? Value)[] pairs) =>
        path + QueryString.Create(pairs.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value)));

    /// <summary><paramref name="next"/> when it is a page of the console, else the overview: a sign-in never leads to another site.</summary>
    public static string Safe(string? next) =>
        next is not null
        && (next == Home || next.StartsWith(Home + "/", StringComparison.Ordinal) || next.StartsWith(Home + "?", StringComparison.Ordinal))
        && !next.Contains('\\', StringComparison.Ordinal)
        && !next.Any(char.IsControl)
            ? next
            : Home;
}
