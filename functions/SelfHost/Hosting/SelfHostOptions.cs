using SentimentWatch.SelfHost.Engine;

namespace SentimentWatch.SelfHost.Hosting;

/// <summary>What a verb needs of the host.</summary>
public sealed record SelfHostOptions
{
    /// <summary>Data folder; null takes the setting or the default.</summary>
    public string? Data { get; init; }

    /// <summary>Addresses to serve, separated by ';'; port 0 takes a free one. Null serves no HTTP.</summary>
    public string? Urls { get; init; }

    /// <summary>Which functions run in the background; null runs none.</summary>
    public EngineOptions? Engine { get; init; }

    /// <summary>Least level that is logged; logs go to standard error.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    /// <summary>False: the verb touches no storage.</summary>
    public bool Storage { get; init; } = true;

    /// <summary>Settings that go before all others (tests).</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Told what takes long, one line each.</summary>
    public Action<string> Say { get; init; } = static _ => { };
}
