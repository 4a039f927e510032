using System.Net;
using Microsoft.Extensions.Configuration;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>Where a webhook's messages go. Both parts are credentials and never shown.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Secret">What signs its messages; null when the way needs none.</param>
public sealed record WebhookEndpoint(Uri Url, string? Secret)
{
    /// <summary>Shows nothing of either.</summary>
    public override string ToString() => nameof(WebhookEndpoint);
}

/// <summary>Webhooks by way and unit, from <c>SentimentWatch:Notify:{Teams|WeCom|DingTalk|Webhook}:{unit|default}:{Url|Secret}</c>.</summary>
public sealed class NotifyTargets
{
    /// <summary>Serves units that have no webhook of their own.</summary>
    public const string Default = "default";

    private static readonly (string Section, string Way)[] Ways =
        [("Teams", NotifyWay.Teams), ("WeCom", NotifyWay.WeCom), ("DingTalk", NotifyWay.DingTalk), ("Webhook", NotifyWay.Webhook)];

    private readonly Dictionary<(string Way, string Name), WebhookEndpoint> _endpoints;
    private readonly ILookup<string, string> _waysOf;

    private NotifyTargets(Dictionary<(string Way, string Name), WebhookEndpoint> endpoints)
    {
        _endpoints = endpoints;
        _waysOf = endpoints.Keys.ToLookup(key => key.Name, key => key.Way, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All webhooks.</summary>
    public IReadOnlyCollection<(string Way, string Name)> All => _endpoints.Keys;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">An address is neither https nor http to this machine.</exception>
    public static NotifyTargets Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var endpoints = new Dictionary<(string Way, string Name), WebhookEndpoint>(new ByWayAndName());
        foreach (var (section, way) in Ways)
        {
            foreach (var unit in configuration.GetSection($"SentimentWatch:Notify:{section}").GetChildren())
            {
                if (unit["Url"] is { Length: > 0 } address)
                {
                    endpoints[(way, unit.Key)] = new WebhookEndpoint(Parse(SettingOf(way, unit.Key), address), unit["Secret"] is { Length: > 0 } secret ? secret : null);
                }
            }
        }

        return new NotifyTargets(endpoints);
    }

    /// <summary>Name of the setting that holds a webhook's address.</summary>
    public static string SettingOf(string way, string name) => $"SentimentWatch__Notify__{Ways.First(known => known.Way == way).Section}__{name}__Url";

    /// <summary>The webhook of a way and name; null when there is none.</summary>
    public WebhookEndpoint? EndpointOf(string way, string name) => _endpoints.GetValueOrDefault((way, name));

    /// <summary>The targets that reach a unit, at least one: all its own ways; without any those of <see cref="Default"/>; else the console.</summary>
    public IReadOnlyList<NotifyTarget> To(string unit, bool mayAct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var name = _waysOf.Contains(unit) ? unit : Default;
        return _waysOf.Contains(name)
            ? [.. _waysOf[name].Select(way => new NotifyTarget(name, way, unit, mayAct))]
            : [NotifyTarget.ConsoleOf(unit, mayAct)];
    }

    /// <summary>Where news goes when a target will not take it: to <see cref="Default"/> (by the same way if it has that), then to the console; null when there is nobody left.</summary>
    public NotifyTarget? After(NotifyTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target switch
        {
            { Way: NotifyWay.Console } => null,
            { Name: not Default } when _waysOf.Contains(Default) =>
                target with { Name = Default, Way = _waysOf[Default].Contains(target.Way) ? target.Way : _waysOf[Default].First() },
            _ => NotifyTarget.ConsoleOf(target.Unit, target.MayAct),
        };
    }

    private static Uri Parse(string setting, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsLoopback(uri)))
            ? uri
            : throw new InvalidOperationException($"The setting {setting} is not an https address (plain http is taken for this machine only): correct it or remove it.");

    private static bool IsLoopback(Uri uri) =>
        uri.IsLoopback || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private sealed class ByWayAndName : IEqualityComparer<(string Way, string Name)>
    {
        public bool Equals((string Way, string Name) x, (string Way, string Name) y) =>
            x.Way == y.Way && string.Equals(x.Name, y.Name, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((string Way, string Name) key) => StringComparer.OrdinalIgnoreCase.GetHashCode(key.Name);
    }
}
