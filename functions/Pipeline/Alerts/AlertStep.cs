namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Names of the lifecycle steps, as the log keeps them and pages show them.</summary>
public static class AlertStep
{
    /// <summary>The product noticed the matter.</summary>
    public const string Found = "发现";

    /// <summary>The matter went to its lead unit.</summary>
    public const string Dispatched = "派发";

    /// <summary>More records about it came in.</summary>
    public const string Joined = "合并";

    /// <summary>The lead unit took it up.</summary>
    public const string Acknowledged = "签收";

    /// <summary>The lead unit says that it is not its own.</summary>
    public const string Returned = "退回";

    /// <summary>Another unit leads from now on.</summary>
    public const string Reassigned = "改派";

    /// <summary>Progress.</summary>
    public const string Handling = "办理";

    /// <summary>Answered in public.</summary>
    public const string Answered = "回应";

    /// <summary>The resident was asked whether they are satisfied.</summary>
    public const string FollowedUp = "回访";

    /// <summary>Handled again, because the resident is not satisfied (济南市12345市民服务热线条例 第27条).</summary>
    public const string Reopened = "重办";

    /// <summary>Finished.</summary>
    public const string Closed = "办结";

    /// <summary>There was no danger.</summary>
    public const string FalseAlarm = "误报";

    /// <summary>The unit is reminded, by the clock or by an office.</summary>
    public const string Reminded = "催办";

    /// <summary>Overdue: the units above are told.</summary>
    public const string Escalated = "升级";

    /// <summary>An office follows it up until it is closed (条例 第28条).</summary>
    public const string Supervised = "督办";

    /// <summary>One working day is left to reply to the hotline (山东 2017 办法).</summary>
    public const string YellowCard = "黄牌";

    /// <summary>The first working day overdue has begun (山东 2017 办法).</summary>
    public const string RedCard = "红牌";

    /// <summary>More time, with progress, measures and a new date (条例 第24条).</summary>
    public const string Extended = "延期";
}
