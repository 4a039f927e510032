using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Triggers.Access;

namespace SentimentWatch.Triggers.Http;

/// <summary><c>POST /api/alerts/{id}/log</c>: one lifecycle step, by a unit on its own alerts or by an administrator.</summary>
public sealed class PostAlertLog(AlertActions actions, KeyRing keys)
{
    [Function(nameof(PostAlertLog))]
    [KeyRole(KeyRoles.Unit)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/alerts/{id}/log")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        if (keys.Of(request) is not { } caller)
        {
            return Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "The key is not known.");
        }

        var step = await JsonBody.ReadAsync(request, TriggersJson.Plain.LogStep, cancellationToken);
        if (step?.Step is not { Length: > 0 } name)
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: """Send one step as JSON, {"step":"签收","note":"…"}.""");
        }

        var unit = caller.Unit ?? AlertActors.Admin;
        var result = await actions.ApplyAsync(new StepRequest(id, unit, name, $"{unit} via api", step.Note, step.To, SourceOf(step), step.Until), cancellationToken);
        return result.Holds
            ? Results.Json(new LogStepAnswer(result.Message, result.Alert?.State), TriggersJson.Plain.LogStepAnswer)
            : Results.Problem(statusCode: StatusOf(result.Outcome), title: result.Message);
    }

    // The product's own sources begin with a word of its own.
    private static string? SourceOf(LogStep step) => step.Source is { Length: > 0 } source ? $"api:{source}" : null;

    private static int StatusOf(ActionOutcome outcome) => outcome switch
    {
        ActionOutcome.NotFound => StatusCodes.Status404NotFound,
        ActionOutcome.NotYours => StatusCodes.Status403Forbidden,
        ActionOutcome.Illegal => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}

/// <summary>Body of the request: the step's Chinese name, and what it needs.</summary>
/// <param name="Step">签收, 退回, 改派, 办理, 延期, 回应, 回访, 重办, 办结, 误报, 催办 or 督办.</param>
/// <param name="Note">Reason, progress or public address.</param>
/// <param name="To">改派: code of the unit that leads from now on.</param>
/// <param name="Source">The caller's own id of this step; a repeat of it changes nothing.</param>
/// <param name="Until">延期: the new date, <c>yyyy-MM-dd</c> in Asia/Shanghai.</param>
public sealed record LogStep(string? Step, string? Note = null, string? To = null, string? Source = null, DateOnly? Until = null);

/// <summary>What the step came to.</summary>
public sealed record LogStepAnswer(string Message, string? State);
