using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SentimentWatch.Console.Access;
using SentimentWatch.Console.Data;
using SentimentWatch.Console.Pages;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Console.Endpoints;

/// <summary><c>GET</c> and <c>POST /console/alerts/{id}</c>.</summary>
internal static class AlertEndpoint
{
    private const int MembersShown = 20;

    public static async Task<IResult> ShowAsync(HttpContext http, string id, IConsoleData data, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        if (await data.AlertAsync(id, cancellationToken) is not { } file || !page.SignedIn.MaySee(file.Alert, data.Roster))
        {
            return PageResult.NotFound(page);
        }

        var done = ConsoleEndpoint.Value(http.Request, "done", AlertAction.All.Select(a => a.Step));
        return PageResult.Of<AlertDetailPage>(page, await ModelAsync(page, data, file, cancellationToken) with { Done = done });
    }

    public static async Task<IResult> ActAsync(
        HttpContext http, string id, IConsoleData data, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        var viewer = page.SignedIn;
        if (await data.AlertAsync(id, cancellationToken) is not { } file || !viewer.MaySee(file.Alert, data.Roster))
        {
            return PageResult.NotFound(page);
        }

        if (!viewer.MayAct(file.Alert, data.Roster))
        {
            return PageResult.Message(page, StatusCodes.Status403Forbidden, "无权办理", "您的口令只能查阅这条预警，不能代为办理。");
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        var note = form["note"].ToString().Trim();
        // Offered or not in this state, a known step goes to the desk, whose answer says what is the matter.
        var action = AlertAction.All.FirstOrDefault(a => a.Step == form["step"].ToString());
        var refusal = Check(action, note) ?? await data.ApplyAsync(
            new AlertStepWish(file.Alert.Id, Actor(viewer), action!.Step, By(viewer), note.Length == 0 ? null : note, Text(form["to"]), Day(form["until"])),
            cancellationToken);
        Log.Acted(loggers.CreateLogger(typeof(AlertEndpoint)), action?.Step ?? "?", file.Alert.Id, By(viewer), refusal is null);
        if (refusal is null)
        {
            // 303, so that reloading the page sends nothing again.
            http.Response.Headers.Location = Links.Query(Links.Alert(file.Alert.Id), ("done", action!.Step));
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }

        var now = await data.AlertAsync(id, cancellationToken) ?? file;
        var model = await ModelAsync(page, data, now, cancellationToken);
        return PageResult.Of<AlertDetailPage>(
            page, model with { Error = refusal, FailedStep = action?.Step, Draft = note }, StatusCodes.Status422UnprocessableEntity);
    }

    private static string? Check(AlertAction? action, string note) => action switch
    {
        null => "没有这一办理步骤，请从页面上的按钮提交。",
        { NoteLabel: { } label } when note.Length == 0 => $"请填写{label}。",
        _ when note.Length > AlertAction.MaximumNote => $"填写内容请不超过 {AlertAction.MaximumNote} 字。",
        _ => null,
    };

    // Officers act as the administrator does; the log's "by" says which of them it was.
    private static string Actor(Viewer viewer) => viewer.Unit ?? AlertActors.Admin;

    private static string By(Viewer viewer) => (viewer.Unit ?? viewer.Role.ToString().ToLowerInvariant()) + " via console";

    private static DateOnly? Day(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static async Task<AlertModel> ModelAsync(PageContext page, IConsoleData data, AlertFile file, CancellationToken cancellationToken)
    {
        var viewer = page.SignedIn;
        var found = file.Alert.Event is { } one ? await EventAccess.FindAsync(viewer, one.Id, data, cancellationToken) : null;
        var keys = file.Log.SelectMany(e => e.Records ?? []).Distinct(StringComparer.Ordinal).ToList();
        var ofEvent = file.Alert.OfEvent ? found?.Event.Members ?? [] : [];
        var members = file.Alert.OfEvent
            ? await data.EventRecordsAsync([.. ofEvent.Reverse().Take(MembersShown)], cancellationToken)
            : await data.MembersAsync(file.Alert, keys.Take(MembersShown), cancellationToken);
        // A member may speak against a unit that the rest of the matter concerns.
        var seen = members.Where(m => viewer.Unit is not { } unit || !Shield.Hides(m.Verdict.Routing.Recused, unit, data.Roster)).ToList();
        return new AlertModel(
            ConsoleEndpoint.Frame(page, data),
            file.Alert,
            file.Log,
            seen,
            keys.Count + ofEvent.Count - seen.Count,
            [.. file.Alert.Deadlines.OrderBy(d => d.DueAt).Select(d => new ClockLine(d.DueAt, data.ClockOf(d.Clock)))],
            AlertAction.For(viewer, file.Alert, data, page.Now),
            data.Units,
            data.Roster)
        {
            EventLink = found is null ? null : Links.Event(file.Alert.Event!.Id),
        };
    }
}
