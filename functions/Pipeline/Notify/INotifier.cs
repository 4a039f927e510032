using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>One way of telling people about alerts.</summary>
public interface INotifier
{
    /// <summary>One of <see cref="NotifyWay"/>.</summary>
    string Way { get; }

    /// <summary>Bytes of UTF-8 that the <see cref="Notice.Lines"/> of one notice may hold together, before escaping, so that none of them is cut.</summary>
    int LineBudget { get; }

    /// <summary>
    /// How many of these pieces of news, from the first on, one notice of this way shows whole beside a heading and two short lines; at least 1
    /// for a list that is not empty. What one piece has too much of is cut within it, and the notice says so.
    /// </summary>
    int Fit(IReadOnlyList<Announcement> news);

    /// <summary>Sends one message. What the receiver or the network does wrong is a result, not an exception.</summary>
    Task<NotifyResult> SendAsync(NotifyTarget target, Notice notice, CancellationToken cancellationToken);
}

/// <summary>Codes of the ways.</summary>
public static class NotifyWay
{
    public const string Teams = "teams";
    public const string WeCom = "wecom";
    public const string DingTalk = "dingtalk";
    public const string Webhook = "webhook";
    public const string Console = "console";

    /// <summary>Name for people.</summary>
    public static string NameOf(string way) => way switch
    {
        Teams => "Teams",
        WeCom => "企业微信",
        DingTalk => "钉钉",
        Webhook => "通用 Webhook",
        Console => "运行日志",
        _ => way,
    };
}

/// <summary>What one message says. With a heading or lines it is a summary (系统恢复后汇总) or a note to operators, and <see cref="News"/> may be empty.</summary>
/// <param name="News">The news, at most <see cref="INotifier.Fit"/>.</param>
/// <param name="Heading">Plain text above all else; the notifier escapes it.</param>
/// <param name="Lines">Plain text under the heading, before the news; the notifier escapes each.</param>
/// <param name="Actors">
/// Beside each piece of news the unit whose links it carries, null for no link; null as a whole: what the target says holds for all.
/// One channel that serves several units (<c>default</c>) gets their news in one message.
/// </param>
public sealed record Notice(
    IReadOnlyList<Announcement> News, string? Heading = null, IReadOnlyList<string>? Lines = null, IReadOnlyList<string?>? Actors = null)
{
    /// <summary>Unit whose acknowledge link the piece of news at <paramref name="index"/> carries; null when it carries none.</summary>
    public string? ActorOf(int index, NotifyTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Actors is not null ? Actors[index] : target.MayAct ? target.Unit : null;
    }
}

/// <summary>Who is told, and how.</summary>
/// <param name="Name">Name of the webhook: a unit code or <c>default</c>; <c>console</c> for none.</param>
/// <param name="Way">One of <see cref="NotifyWay"/>.</param>
/// <param name="Unit">Code of the unit it speaks to; its acknowledge links are that unit's.</param>
/// <param name="MayAct">True when the unit leads or supports, so that its message carries a 签收 link.</param>
public sealed record NotifyTarget(string Name, string Way, string Unit, bool MayAct)
{
    /// <summary>Names the row in the notify log, so that two units that share a webhook stay apart.</summary>
    public string Key => Name != Unit ? $"{Unit}@{Way}.{Name}" : Way == NotifyWay.Teams ? Name : $"{Way}.{Name}";

    /// <summary>Names the receiver: messages of one channel share its limits and its group.</summary>
    public string Channel => $"{Way}.{Name}";

    /// <summary>The channel of the running log, which has no limits.</summary>
    public const string ConsoleChannel = "console.console";

    /// <summary>The running log, for units without a webhook and for webhooks that are gone.</summary>
    public static NotifyTarget ConsoleOf(string unit, bool mayAct = true) => new("console", NotifyWay.Console, unit, mayAct);
}

/// <summary>Answer of a notifier.</summary>
public abstract record NotifyResult
{
    /// <summary>The receiver accepted it.</summary>
    public sealed record Sent(string How) : NotifyResult;

    /// <summary>Not now; try again after a while.</summary>
    /// <param name="Delay">How long to wait.</param>
    /// <param name="Reason">One Chinese sentence.</param>
    /// <param name="Blocks">True when nothing else will be taken before that either: the receiver limits, or fails again and again.</param>
    public sealed record RetryAfter(TimeSpan Delay, string Reason, bool Blocks = false) : NotifyResult;

    /// <summary>Never this way.</summary>
    /// <param name="Reason">One Chinese sentence.</param>
    /// <param name="Dead">True when the address takes nothing any more (401, 403, 404, 410): somebody must set another.</param>
    public sealed record Final(string Reason, bool Dead = false) : NotifyResult;
}
