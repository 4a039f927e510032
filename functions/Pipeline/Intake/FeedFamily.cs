using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Intake;

/// <summary>Channels that are polled by one timer.</summary>
public enum FeedFamily
{
    /// <summary>12345热线 and 监督热线.</summary>
    Hotline,

    /// <summary>微博 and 微信.</summary>
    Microblog,

    /// <summary>信访 and 民声连线.</summary>
    Petition,
}

/// <summary>Says to which family a channel belongs.</summary>
public static class FeedFamilies
{
    /// <summary>The family of a channel of <see cref="Channels"/>.</summary>
    public static FeedFamily Of(string channel) => channel switch
    {
        Channels.Hotline or Channels.Supervision => FeedFamily.Hotline,
        Channels.Weibo or Channels.WeChat => FeedFamily.Microblog,
        _ => FeedFamily.Petition,
    };
}
