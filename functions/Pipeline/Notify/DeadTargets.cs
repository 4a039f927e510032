using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Limits;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Remembers addresses that take nothing any more, and tells the reading office and the running log once.</summary>
public sealed class DeadTargets(
    ChannelGate gate, NotifyTargets targets, NotifierSet notifiers, AlertRules rules, IUnitNames units, INotifyLog log, TimeProvider time, ILogger<DeadTargets> logger)
{
    /// <summary>Why a target is not tried; null when it is. A new address is tried at once, the same one after six hours.</summary>
    public string? WhyDead(ChannelState state, NotifyTarget target, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Dead is { } mark && mark.Holds(HashOf(target), now) ? $"通知地址失效，未再尝试：{mark.Why}" : null;
    }

    /// <summary>Marks a target's address as dead and reports it, unless that was done within a day.</summary>
    public async Task MarkAsync(NotifyTarget target, string why, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        var now = time.GetUtcNow();
        var report = await gate.ChangeAsync(
            target.Channel,
            state =>
            {
                var (mark, isNew) = DeadMark.Next(state.Dead, HashOf(target), now, why);
                return new ChannelDecision<bool>(state with { Dead = mark }, isNew);
            },
            cancellationToken);
        if (report)
        {
            logger.TargetDead(target.Channel, why);
            await ReportAsync(target, why, now, cancellationToken);
        }
    }

    private async Task ReportAsync(NotifyTarget gone, string why, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var whose = gone.Name == NotifyTargets.Default ? "缺省地址" : units.NameOf(gone.Name);
        var notice = new Notice(
            [],
            $"通知地址失效：{whose}（{NotifyWay.NameOf(gone.Way)}）",
            [$"原因：{why}。", $"请更换设置 {NotifyTargets.SettingOf(gone.Way, gone.Name)}；更换前，该地址的通知改发缺省地址或写入运行日志。"]);
        NotifyTarget? target = targets.To(rules.ReadingOffice, mayAct: false)[0];
        target = target.Channel == gone.Channel ? targets.After(target) : target;
        List<NotifyDecision> decisions = [];
        while (target is not null)
        {
            var result = target.Way == NotifyWay.Console || await gate.TakeAsync(target.Channel, urgent: true, TimeSpan.FromSeconds(3), cancellationToken) is null
                ? await notifiers.Of(target.Way).SendAsync(target, notice, cancellationToken)
                : new NotifyResult.Final("发送额度已用完");
            var key = new NotifyKey(now, "NOTE", $"dead-{gone.Channel}", target.Key);
            if (result is NotifyResult.Sent sent)
            {
                decisions.Add(new NotifyDecision(key, NotifyOutcome.Sent, sent.How, now, 1));
                break;
            }

            decisions.Add(new NotifyDecision(key, NotifyOutcome.Failed, result is NotifyResult.Final final ? final.Reason : ((NotifyResult.RetryAfter)result).Reason, now, 1));
            var next = targets.After(target);
            target = next?.Channel == gone.Channel ? targets.After(next) : next;
        }

        await log.WriteAsync(decisions, cancellationToken);
    }

    // The address is a credential of many random characters: its hash tells nothing of it.
    private string HashOf(NotifyTarget target) => targets.EndpointOf(target.Way, target.Name) is { } endpoint
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(endpoint.Url.AbsoluteUri)))[..16]
        : "";
}
