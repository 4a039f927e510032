using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Notify.Teams;

/// <summary>
/// Answers a unit's outgoing webhook. The signature proves only the team, so the alert must be the team's unit's own; it is checked on the raw
/// bytes before anything is read. A message sent again changes nothing.
/// </summary>
public sealed class TeamsCommands(
    IConfiguration configuration, AlertActions actions, IAlertStore store, TimeProvider time, ILogger<TeamsCommands> logger)
{
    private const int MostListed = 5;
    private static readonly TimeSpan OldestMessage = TimeSpan.FromMinutes(10);

    private const string HelpText =
        "可用指令：签收 A编号；退回 A编号 理由；进展 A编号 内容；回应 A编号 公开网址；办结 A编号；误报 A编号 核实情况；状态 A编号；帮助。";

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

        return await AnswerAsync(unit, payload, cancellationToken);
    }

    private async Task<TeamsReply> AnswerAsync(string unit, TeamsPayload payload, CancellationToken cancellationToken)
    {
        var command = TeamsCommand.Parse(payload.Text);
        if (command.Verb == TeamsCommand.Help)
        {
            return Reply(200, HelpText);
        }

        if (command.AlertId is not { } id)
        {
            return Reply(200, $"请写明预警编号，例如“{command.Verb} A12345678”。{await WaitingAsync(unit, cancellationToken)}");
        }

        if (command.Verb == TeamsCommand.Status)
        {
            return await StatusAsync(unit, id, cancellationToken);
        }

        var result = await actions.ApplyAsync(
            new StepRequest(id, unit, command.Verb, $"{unit} via teams", command.Rest, Source: payload.Id is { Length: > 0 } message ? $"teams:{message}" : null),
            cancellationToken);
        logger.CommandTaken(command.Verb, unit, id, result.Outcome.ToString());
        return Reply(StatusOf(result.Outcome), result.Message);
    }

    private async Task<TeamsReply> StatusAsync(string unit, string id, CancellationToken cancellationToken)
    {
        var log = await store.LogAsync(id, cancellationToken);
        if (AlertFold.Of(log).Alert is not { } alert)
        {
            return Reply(404, $"没有编号为 {id} 的预警。");
        }

        if (alert.Recused.Contains(unit) || (unit != alert.Unit && !alert.Support.Contains(unit)))
        {
            return Reply(403, $"{id} 不是贵单位主办或协办的预警。");
        }

        var last = log[^1];
        return Reply(200, $"{id} {AlertLevel.NameOf(alert.Level)}预警，现为“{AlertState.NameOf(alert.State)}”，"
            + $"最近一步：{last.Step}（{ShanghaiTime.Of(last.At):MM-dd HH:mm}），签收时限 {ShanghaiTime.Of(alert.AcknowledgeBy):MM-dd HH:mm}，{alert.RecordCount} 条诉求。");
    }

    private async Task<string> WaitingAsync(string unit, CancellationToken cancellationToken)
    {
        var waiting = await store.QueryAsync(new AlertQuery(unit, AlertState.Open, PageSize: MostListed), cancellationToken);
        return waiting.Items.Count == 0 ? "贵单位没有待签收的预警。" : $"待签收：{string.Join('、', waiting.Items.Select(alert => alert.Id))}。";
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

    private static TeamsReply Reply(int status, string text) =>
        new(status, JsonSerializer.Serialize(new TeamsText("message", CardText.Escape(text, 2_000)), TeamsJson.Plain.TeamsText));
}
