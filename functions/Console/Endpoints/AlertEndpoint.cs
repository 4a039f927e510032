using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SentimentWatch.Console.Access;
using SentimentWatch.Console.Data;
using SentimentWatch.Console.Pages;
using SentimentWatch.Console.Text;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Console.Endpoints;

/// <summary><c>GET</c> and <c>POST /console/alerts/{id}</c>.</summary>
internal static class AlertEndpoint
{
    private const int MembersShown = 20;

    public static async Task<IResult> ShowAsync(HttpContext http, string id, IConsoleData data, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        var alert = await data.AlertAsync(id, cancellationToken);
        if (alert is null || !page.SignedIn.MaySee(alert))
        {
            return PageResult.NotFound(page);
        }

        var done = ConsoleEndpoint.Value(http.Request, "done", AlertAction.All.Select(a => a.Step));
        return PageResult.Of<AlertPage>(page, await ModelAsync(page, data, alert, cancellationToken) with { Done = done });
    }

    public static async Task<IResult> ActAsync(
        HttpContext http, string id, IConsoleData data, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var page = PageContext.Of(http);
        var viewer = page.SignedIn;
        var alert = await data.AlertAsync(id, cancellationToken);
        if (alert is null || !viewer.MaySee(alert))
        {
            return PageResult.NotFound(page);
        }

        if (!viewer.MayAct(alert))
        {
            return PageResult.Message(page, StatusCodes.Status403Forbidden, "无权办理", "您的口令只能查阅这条预警，不能代为办理。");
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        var note = form["note"].ToString().Trim();
        var action = AlertAction.All.FirstOrDefault(a => a.Step == form["step"].ToString());
        var refusal = Check(action, note)
            ?? await data.ApplyAsync(alert, action!.Step, By(viewer), note.Length == 0 ? null : note, cancellationToken);
        Log.Acted(loggers.CreateLogger(typeof(AlertEndpoint)), action?.Step ?? "?", alert.Id, By(viewer), refusal ?? "taken");
        if (refusal is null)
        {
            // 303, so that reloading the page sends nothing again.
            http.Response.Headers.Location = Links.Query(Links.Alert(alert.Id), ("done", action!.Step));
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }

        var now = await data.AlertAsync(id, cancellationToken) ?? alert;
        var model = await ModelAsync(page, data, now, cancellationToken);
        return PageResult.Of<AlertPage>(page, model with { Error = refusal, Draft = note }, StatusCodes.Status422UnprocessableEntity);
    }

    private static string? Check(AlertAction? action, string note) => action switch
    {
        null => "没有这一办理步骤，请从页面上的按钮提交。",
        { NoteNeeded: true } when note.Length == 0 => $"“{action.Button}”需要填写：{action.NoteLabel}。",
        _ when note.Length > AlertAction.MaximumNote => $"填写内容请不超过 {AlertAction.MaximumNote} 字。",
        _ => null,
    };

    private static string By(Viewer viewer) =>
        (viewer.Unit ?? viewer.Role.ToString().ToLowerInvariant()) + " via console";

    private static async Task<AlertModel> ModelAsync(PageContext page, IConsoleData data, Alert alert, CancellationToken cancellationToken)
    {
        var viewer = page.SignedIn;
        var log = await data.LogAsync(alert.Id, cancellationToken);
        var keys = log.SelectMany(e => e.Records ?? []).Distinct(StringComparer.Ordinal).ToList();
        var members = new List<StoredRecord>();
        foreach (var key in keys.Take(MembersShown))
        {
            var colon = key.IndexOf(':', StringComparison.Ordinal);
            var record = colon < 0
                ? null
                : await data.RecordAsync(key[..colon], key[(colon + 1)..], Show.Day(alert.OpenedAt), cancellationToken);
            // A member may speak against a unit that the rest of the matter concerns.
            if (record is not null && !(viewer.Unit is { } unit && record.Verdict.Routing.Recused.Contains(unit)))
            {
                members.Add(record);
            }
        }

        return new AlertModel(
            ConsoleEndpoint.Frame(page, data),
            alert,
            log,
            members,
            keys.Count - members.Count,
            viewer.MayAct(alert) ? AlertAction.In(alert.State) : []);
    }
}
