using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>
/// Answers a unit's outgoing webhook. The signature proves only the team, so the alert must be the team's unit's own; it is checked on the raw
/// bytes before anything is read. A message sent again changes nothing.
/// </summary>
public sealed class TeamsCommands(
    IConfiguration configuration, AlertActions actions, IAlertStore store, IUnitNames units, CommandCard card, TimeProvider time, ILogger<TeamsCommands> logger)
{
    private const int MostListed = 6;
    private static readonly TimeSpan OldestMessage = TimeSpan.FromMinutes(10);

    // Teams waits 5 seconds.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(4.5);

    /// <summary>Handles one request. <paramref name="unit"/> is the code in the route, whose token is <c>SentimentWatch:Teams:{unit}:Token</c>.</summary>
    public async Task<TeamsReply> HandleAsync(string unit, ReadOnlyMemory<byte> rawBody, string? authorization, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (unit.Contains(':') || configuration[$"SentimentWatch:Teams:{unit}:Token"] is not { Length: > 0 } token)
        {
            return Reply(404, "没有为该单位配置 Teams 指令。");
        }

        if (!TeamsSignature.IsValid(token, rawBody.Span, authorization))
        {
            logger.CommandRefused(unit, "signature");
            return Reply(401, "签名不符，指令未执行。");
        }

        if (Parse(rawBody.Span) is not { } payload)
        {
            logger.CommandRefused(unit, "body");
            return Reply(400, "无法读取消息内容。");
        }

        if (payload.Timestamp is not { } sent || (time.GetUtcNow() - sent).Duration() > OldestMessage)
        {
            logger.CommandRefused(unit, "age");
            return Reply(401, "消息已过时，指令未执行，请重新发送。");
        }

        return await AnswerInTimeAsync(unit, payload, cancellationToken);
    }

    // A step that is broken off is mended by its repeat, so that what was asked is sent again rather than left hanging.
    private async Task<TeamsReply> AnswerInTimeAsync(string unit, TeamsPayload payload, CancellationToken cancellationToken)
    {
        using var clock = new CancellationTokenSource(LongestAnswer, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        try
        {
            return await AnswerAsync(unit, payload, limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (clock.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            logger.CommandRefused(unit, "too slow");
            return Reply(200, "系统繁忙，未能确认指令是否已登记：请稍后再发送一次同样的指令，重复发送不会重复签收。");
        }
    }

    private async Task<TeamsReply> AnswerAsync(string unit, TeamsPayload payload, CancellationToken cancellationToken)
    {
        var command = TeamsCommand.Parse(payload.Text);
        if (command.Verb == TeamsCommand.Help || command.AlertId is not { } id)
        {
            var waiting = await store.QueryAsync(new AlertQuery(unit, AlertState.Open, PageSize: MostListed, Supported: true), cancellationToken);
            var message = command.Verb != TeamsCommand.Help ? $"请写明预警编号，例如“{command.Verb} A12345678”。"
                : waiting.Items.Count == 0 ? "贵单位没有待签收的预警。" : "贵单位有待签收的预警。";
            return Reply(200, card.Help(message, waiting.Items));
        }

        return command.Verb == TeamsCommand.Status
            ? await StatusAsync(unit, id, cancellationToken)
            : await StepAsync(unit, id, command, payload.Id, cancellationToken);
    }

    private async Task<TeamsReply> StepAsync(string unit, string id, TeamsCommand command, string? messageId, CancellationToken cancellationToken)
    {
        var request = new StepRequest(
            id, unit, command.Verb, $"{unit} via teams", command.Rest, Source: messageId is { Length: > 0 } ? $"teams:{messageId}" : null);
        if (command.Verb == AlertStep.Extended)
        {
            var (date, rest) = SpokenDate.Read(command.Rest, ShanghaiTime.DayOf(time.GetUtcNow()));
            request = request with { Until = date, Note = rest };
        }
        else if (command.Verb == AlertStep.Reassigned)
        {
            var (to, rest) = SpokenUnit.Read(command.Rest, units);
            request = request with { To = to, Note = rest };
        }

        var result = await actions.ApplyAsync(request, cancellationToken);
        logger.CommandTaken(command.Verb, unit, id, result.Outcome.ToString());
        var status = StatusOf(result.Outcome);
        return status == 200 && result.Alert is { } alert && Shield.Shows(alert, unit, units)
            ? Reply(status, card.About(alert, unit, result.Message))
            : Reply(status, result.Message);
    }

    private async Task<TeamsReply> StatusAsync(string unit, string id, CancellationToken cancellationToken)
    {
        var log = await store.LogAsync(id, cancellationToken);
        if (AlertFold.Of(log).Alert is not { } alert)
        {
            return Reply(404, $"没有编号为 {id} 的预警。");
        }

        return Shield.Shows(alert, unit, units)
            ? Reply(200, card.About(alert, unit, $"{id} 现为“{AlertState.NameOf(alert.State)}”。", log[^1]))
            : Reply(403, $"{id} 不是贵单位主办或协办的预警。");
    }

    private static int StatusOf(ActionOutcome outcome) => outcome switch
    {
        ActionOutcome.NotFound => 404,
        ActionOutcome.NotYours => 403,
        _ => 200,
    };

    private static TeamsPayload? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, TeamsJson.Plain.TeamsPayload);
        }
        catch (JsonException)
        {
            // Signed, but no message: the caller is told, nothing else can be done with it.
            return null;
        }
    }

    private static TeamsReply Reply(int status, ReadOnlyMemory<byte> message) => new(status, Encoding.UTF8.GetString(message.Span));

    private static TeamsReply Reply(int status, string text) =>
        new(status, JsonSerializer.Serialize(new TeamsText("message", CardText.Escape(text, 2_000)), TeamsJson.Plain.TeamsText));
}
