using System.Net;
using Microsoft.Extensions.Configuration;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Webhooks by unit code, from <c>SentimentWatch:Notify:Teams:{unit|default}:Url</c>. A webhook's address is its credential and is never shown.</summary>
public sealed class TeamsTargets
{
    /// <summary>Serves units that have no webhook of their own.</summary>
    public const string Default = "default";

    private readonly Dictionary<string, Uri> _webhooks;

    private TeamsTargets(Dictionary<string, Uri> webhooks) => _webhooks = webhooks;

    /// <summary>Names of all targets with a webhook.</summary>
    public IReadOnlyCollection<string> Names => _webhooks.Keys;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">An address is neither https nor http to this machine.</exception>
    public static TeamsTargets Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var webhooks = new Dictionary<string, Uri>(StringComparer.OrdinalIgnoreCase);
        foreach (var section in configuration.GetSection("SentimentWatch:Notify:Teams").GetChildren())
        {
            if (section["Url"] is { Length: > 0 } address)
            {
                webhooks[section.Key] = Parse(section.Key, address);
            }
        }

        return new TeamsTargets(webhooks);
    }

    /// <summary>The webhook of a target; null when it has none.</summary>
    public Uri? WebhookOf(string name) => _webhooks.GetValueOrDefault(name);

    /// <summary>Who is told about a piece of news: the lead unit (or <see cref="Default"/>, or the console), and the reading office when it has a webhook and the level is red or orange.</summary>
    public IReadOnlyList<NotifyTarget> For(Announcement news, string readingOffice)
    {
        ArgumentNullException.ThrowIfNull(news);
        var alert = news.Alert;

        // What was returned waits for a new owner: the office that assigns must know, not the unit that gave it back.
        if (news.Reason.StartsWith(AnnouncementReason.ReturnedPrefix, StringComparison.Ordinal))
        {
            return [OwnOrDefault(readingOffice) with { MayAcknowledge = false }];
        }

        var lead = OwnOrDefault(alert.Unit);
        var flash = alert.Level is AlertLevel.Red or AlertLevel.Orange
            && readingOffice != alert.Unit
            && !alert.Recused.Contains(readingOffice)
            && WebhookOf(readingOffice) is not null;
        return flash ? [lead, new NotifyTarget(readingOffice, "teams", MayAcknowledge: false)] : [lead];
    }

    /// <summary>Where news goes when a target will not take it; null when there is nobody left.</summary>
    public NotifyTarget? After(NotifyTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target switch
        {
            { Way: "console" } => null,
            { Name: not Default } when WebhookOf(Default) is not null => target with { Name = Default },
            _ => NotifyTarget.Console,
        };
    }

    private NotifyTarget OwnOrDefault(string unit) =>
        WebhookOf(unit) is not null ? new NotifyTarget(unit, "teams", MayAcknowledge: true)
        : WebhookOf(Default) is not null ? new NotifyTarget(Default, "teams", MayAcknowledge: true)
        : NotifyTarget.Console;

    private static Uri Parse(string unit, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsLoopback(uri)))
            ? uri
            : throw new InvalidOperationException(
                $"The setting SentimentWatch__Notify__Teams__{unit}__Url is not an https address (plain http is taken for this machine only): correct it or remove it.");

    private static bool IsLoopback(Uri uri) =>
        uri.IsLoopback || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
