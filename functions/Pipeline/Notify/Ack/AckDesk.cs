using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Ack;

/// <summary>What stands behind a signed link: showing never changes anything, only a POST acknowledges. A link used again is harmless.</summary>
public sealed class AckDesk(AckLinks links, IAlertStore store, AlertActions actions, IUnitNames units, TimeProvider time)
{
    /// <summary>What the page shows for a link.</summary>
    public async Task<AckView> ShowAsync(string? token, CancellationToken cancellationToken)
    {
        var (ticket, refusal) = Check(token);
        return ticket is null ? refusal! : await ViewAsync(ticket, null, cancellationToken);
    }

    /// <summary>Acknowledges for the unit that the link was sent to.</summary>
    public async Task<AckView> AcknowledgeAsync(string? token, CancellationToken cancellationToken)
    {
        var (ticket, refusal) = Check(token);
        if (ticket is null)
        {
            return refusal!;
        }

        var result = await actions.ApplyAsync(ticket.AlertId, ticket.Unit, AlertStep.Acknowledged, $"{ticket.Unit} via link", null, cancellationToken);
        return await ViewAsync(ticket, result, cancellationToken);
    }

    private (AckTicket? Ticket, AckView? Refusal) Check(string? token) => links.Read(token) switch
    {
        null => (null, new AckView(AckState.Invalid, "链接无效，请使用通知卡片中的原始链接。")),
        { Action: not AckTicket.Acknowledge } => (null, new AckView(AckState.Invalid, "链接无效，请使用通知卡片中的原始链接。")),
        { } ticket when ticket.ExpiresAt <= time.GetUtcNow() => (null, new AckView(AckState.Expired, "链接已过期，请登录控制台签收。")),
        { } ticket => (ticket, null),
    };

    private async Task<AckView> ViewAsync(AckTicket ticket, ActionResult? result, CancellationToken cancellationToken)
    {
        if (AlertFold.Of(await store.LogAsync(ticket.AlertId, cancellationToken)).Alert is not { } alert)
        {
            return new AckView(AckState.NotFound, $"没有编号为 {ticket.AlertId} 的预警。");
        }

        if (ticket.Unit != alert.Unit)
        {
            return new AckView(AckState.NotYours, $"{alert.Id} 已由其他单位主办，本链接不能签收。");
        }

        var state = alert.State is AlertState.Open or AlertState.Returned ? AckState.Waiting : AckState.Acknowledged;
        var message = result?.Message ?? (state == AckState.Waiting ? "请核对后签收。" : $"本预警现为“{AlertState.NameOf(alert.State)}”。");
        return new AckView(state, message, alert, units.NameOf(alert.Unit), [.. alert.Support.Select(units.NameOf)]);
    }
}

/// <summary>What a signed link leads to.</summary>
public enum AckState
{
    /// <summary>The alert waits: the page shows the button.</summary>
    Waiting,

    /// <summary>It has been acknowledged; nothing to do.</summary>
    Acknowledged,

    /// <summary>The token is not ours or was altered.</summary>
    Invalid,

    /// <summary>The token is too old.</summary>
    Expired,

    /// <summary>There is no such alert.</summary>
    NotFound,

    /// <summary>Another unit leads by now.</summary>
    NotYours,
}

/// <summary>Data of the acknowledge page.</summary>
/// <param name="State">What to show.</param>
/// <param name="Message">One Chinese sentence.</param>
/// <param name="Alert">The alert; null when it must not be shown.</param>
/// <param name="UnitName">Name of the lead unit.</param>
/// <param name="SupportNames">Names of the supporting units.</param>
public sealed record AckView(AckState State, string Message, Alert? Alert = null, string UnitName = "", IReadOnlyList<string>? SupportNames = null)
{
    /// <summary>HTTP status of the page.</summary>
    public int Status => State switch
    {
        AckState.Waiting or AckState.Acknowledged => 200,
        AckState.Expired => 410,
        AckState.NotYours => 403,
        _ => 404,
    };
}
