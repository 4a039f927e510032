using System.Security.Cryptography;
using System.Text;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Words;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify.Ack;

/// <summary>What stands behind a signed link: showing never changes anything, only the page's own form does. A link serves once.</summary>
public sealed class AckDesk(
    AckLinks links, AckFormGuard guard, AckOffer offer, IAlertStore store, AlertActions actions, IUnitNames units, DeadlineWords deadlines, TimeProvider time)
{
    /// <summary>Longest reason or progress in characters; what is longer is refused, not cut.</summary>
    public const int LongestText = 500;

    /// <summary>What the page shows for a link.</summary>
    public async Task<AckView> ShowAsync(string? token, CancellationToken cancellationToken) =>
        (await OpenAsync(token, cancellationToken)).View;

    /// <summary>Takes the link's step for the unit that it was sent to, when the form is the page's own.</summary>
    public async Task<AckView> ActAsync(string? token, AckForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!form.SameSite)
        {
            return new AckView(AckState.Foreign, "请求来自其他网站，未作任何办理。请从通知中的链接打开本页。");
        }

        var (ticket, view) = await OpenAsync(token, cancellationToken);
        if (ticket is null || view.State != AckState.Waiting)
        {
            return view;
        }

        var text = form.Text?.Trim() ?? "";
        var again = view with { State = AckState.Incomplete, Draft = text.Length <= LongestText ? text : text[..LongestText] };
        if (!guard.Holds(token!, form.Guard))
        {
            return again with { Message = $"尚未{AckAction.NameOf(ticket.Action)}：请核对后按下方按钮提交。" };
        }

        if (ticket.Action != AckAction.Acknowledge && text.Length is 0 or > LongestText)
        {
            return again with { Message = text.Length == 0 ? $"请写明{AckWords.AskOf(ticket.Action)}。" : $"内容超过 {LongestText} 字，请精简后再提交。" };
        }

        var result = await actions.ApplyAsync(
            new StepRequest(
                ticket.AlertId, ticket.Unit, AckAction.StepOf(ticket.Action)!, $"{ticket.Unit} via link",
                ticket.Action == AckAction.Acknowledge ? null : text, Source: SourceOf(token!)),
            cancellationToken);
        return result.Outcome is ActionOutcome.Invalid
            ? again with { Message = result.Message }
            : View(ticket, result.Alert ?? view.Alert!) with
            {
                State = result.Outcome == ActionOutcome.Done ? AckState.Done : AckState.Settled,
                Message = result.Message,
            };
    }

    private async Task<(AckTicket? Ticket, AckView View)> OpenAsync(string? token, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } ticket)
        {
            return (null, new AckView(AckState.Invalid, "链接无效，请使用通知中的原始链接。"));
        }

        if (ticket.ExpiresAt <= time.GetUtcNow())
        {
            return (null, new AckView(AckState.Expired, "链接已过期，请登录控制台办理。"));
        }

        var log = await store.LogAsync(ticket.AlertId, cancellationToken);
        if (AlertFold.Of(log).Alert is not { } alert)
        {
            return (null, new AckView(AckState.NotFound, $"没有编号为 {ticket.AlertId} 的预警。"));
        }

        var view = View(ticket, alert);
        if (view.State == AckState.Waiting && log.Any(entry => entry.Source == SourceOf(token!)))
        {
            view = view with { State = AckState.Settled, Message = $"本链接已使用过，未再作办理。{AckWords.Now(alert)}" };
        }

        return (ticket, view.HasForm ? view with { Guard = guard.Of(token!) } : view);
    }

    private AckView View(AckTicket ticket, Alert alert)
    {
        if (!offer.Concerns(alert, ticket.Unit))
        {
            return new AckView(AckState.NotYours, $"{alert.Id} 已不由贵单位主办或协办，本链接不能办理。");
        }

        if (ticket.Round != alert.Round || AckOffer.WaitsForOffice(alert, ticket.Unit))
        {
            return new AckView(AckState.Superseded, $"{alert.Id} 已退回、改派或重新办理，本链接是此前发出的，不再有效。请使用最新通知中的链接。");
        }

        var refusal = offer.Refusal(alert, ticket.Unit, ticket.Action);
        return new AckView(
            refusal is null ? AckState.Waiting : AckState.Settled,
            refusal is null ? AckWords.Prompt(ticket.Action, ticket.Unit == alert.Unit) : $"{refusal.Message}{(refusal.Holds ? "" : AckWords.Now(alert))}",
            alert,
            ticket.Action,
            UnitName: units.NameOf(alert.Unit),
            ActorName: units.NameOf(ticket.Unit),
            SupportNames: [.. alert.Support.Select(units.NameOf)],
            Deadlines: deadlines.Of(alert, time.GetUtcNow()));
    }

    private static string SourceOf(string token) => $"link:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)))[..24]}";
}
