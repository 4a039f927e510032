namespace SentimentWatch.Pipeline.Records;

/// <summary>The six channels through which residents are heard, by code.</summary>
public static class Channels
{
    /// <summary>12345市民服务热线.</summary>
    public const string Hotline = "hotline";

    /// <summary>民声连线.</summary>
    public const string Minsheng = "minsheng";

    /// <summary>政务微博.</summary>
    public const string Weibo = "weibo";

    /// <summary>微信.</summary>
    public const string WeChat = "wechat";

    /// <summary>政务监督热线.</summary>
    public const string Supervision = "supervision";

    /// <summary>信访投诉.</summary>
    public const string Petition = "petition";

    /// <summary>All codes, in the order in which boards show them.</summary>
    public static IReadOnlyList<string> All { get; } = [Hotline, Minsheng, Weibo, WeChat, Supervision, Petition];

    /// <summary>True when <paramref name="code"/> is one of <see cref="All"/> (lower case).</summary>
    public static bool IsKnown(string? code) => code is not null && All.Contains(code);

    /// <summary>The Chinese name that pages and cards show; the code itself when it is unknown.</summary>
    public static string NameOf(string code) => code switch
    {
        Hotline => "12345热线",
        Minsheng => "民声连线",
        Weibo => "政务微博",
        WeChat => "微信",
        Supervision => "监督热线",
        Petition => "信访",
        _ => code,
    };
}
