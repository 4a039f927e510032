using System.Text.Json.Serialization;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>How long a digest looks back.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DigestPeriod>))]
public enum DigestPeriod
{
    /// <summary>The day itself.</summary>
    Day,

    /// <summary>Seven days, the last of them the digest's day.</summary>
    Week,
}

/// <summary>What a digest says, before it is drawn. All text is masked; titles and excerpts are hostile where they are shown.</summary>
/// <param name="District">Name of the district.</param>
/// <param name="Period">Day or week.</param>
/// <param name="From">First day, Asia/Shanghai.</param>
/// <param name="To">Last day, included; the digest is filed under it.</param>
/// <param name="MadeAt">When it was made (UTC).</param>
public sealed record Digest(string District, DigestPeriod Period, DateOnly From, DateOnly To, DateTimeOffset MadeAt)
{
    /// <summary>Records in all.</summary>
    public DigestCount Total { get; init; } = new("total", "诉求总量", 0, 0);

    /// <summary>All six channels, in their fixed order.</summary>
    public IReadOnlyList<DigestCount> Channels { get; init; } = [];

    /// <summary>Negative, neutral, positive.</summary>
    public IReadOnlyList<DigestCount> Sentiments { get; init; } = [];

    /// <summary>Emergency, urgent, routine.</summary>
    public IReadOnlyList<DigestCount> Levels { get; init; } = [];

    /// <summary>Topics, most frequent first.</summary>
    public IReadOnlyList<DigestCount> Topics { get; init; } = [];

    /// <summary>The busiest lead units; the rest is summed in the last line.</summary>
    public IReadOnlyList<DigestCount> Units { get; init; } = [];

    /// <summary>Records a day, oldest first: the period and what led to it.</summary>
    public IReadOnlyList<DigestDay> Trend { get; init; } = [];

    /// <summary>Alerts opened in the period, gravest first.</summary>
    public IReadOnlyList<DigestAlert> Alerts { get; init; } = [];

    /// <summary>Alerts that nobody has taken up, of whatever day, longest waiting first.</summary>
    public IReadOnlyList<DigestAlert> Waiting { get; init; } = [];

    /// <summary>逾期清单: what each unit lets lapse, of whatever day; the unit with most of it first.</summary>
    public IReadOnlyList<DigestOverdueUnit> Overdue { get; init; } = [];

    /// <summary>黄牌, 红牌 and 督办 of the matters that are not closed.</summary>
    public DigestCards Cards { get; init; } = new(0, 0, 0);

    /// <summary>What became of the alerts opened in the period.</summary>
    public AlertCounts AlertCounts { get; init; } = new(0, 0, 0, 0);

    /// <summary>The same of the period before.</summary>
    public AlertCounts PreviousAlertCounts { get; init; } = new(0, 0, 0, 0);

    /// <summary>Topic and street of most records.</summary>
    public IReadOnlyList<DigestMatter> Matters { get; init; } = [];

    /// <summary>热点事件: what many speak of that was raised in the period or grows, gravest first.</summary>
    public IReadOnlyList<DigestEvent> Events { get; init; } = [];

    /// <summary>How many more of them there are.</summary>
    public int MoreEvents { get; init; }

    /// <summary>日报 or 周报.</summary>
    [JsonIgnore]
    public string PeriodName => Period == DigestPeriod.Week ? "周报" : "日报";

    /// <summary>Heading.</summary>
    [JsonIgnore]
    public string Title => $"{District}社情民意{PeriodName}";

    /// <summary>The days in words.</summary>
    [JsonIgnore]
    public string Span => Period == DigestPeriod.Week ? $"{DayText.Words(From)}—{DayText.Words(To)}" : DayText.Words(To);

    /// <summary>What the period is compared with.</summary>
    [JsonIgnore]
    public string PreviousName => Period == DigestPeriod.Week ? "上周期" : "前一日";
}

/// <summary>One count and the count of the period before.</summary>
/// <param name="Code">Code or label.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Count">Records.</param>
/// <param name="Previous">Records of the period before.</param>
public sealed record DigestCount(string Code, string Name, int Count, int Previous)
{
    /// <summary>Code of the line that sums what is not listed.</summary>
    public const string Rest = "rest";

    /// <summary>+12, −3 or 持平.</summary>
    [JsonIgnore]
    public string Change => (Count - Previous) switch
    {
        0 => "持平",
        > 0 and var more => FormattableString.Invariant($"+{more}"),
        var fewer => FormattableString.Invariant($"−{-fewer}"),
    };
}

/// <summary>Records of one day.</summary>
public sealed record DigestDay(DateOnly Day, int Total, int Negative);

/// <summary>An alert as a digest shows it.</summary>
/// <param name="Id">Alert id.</param>
/// <param name="Level">red, orange, yellow or blue.</param>
/// <param name="Title">Made of danger kind and place.</param>
/// <param name="Unit">Name of the lead unit.</param>
/// <param name="State">Name of the state.</param>
/// <param name="OpenedAt">UTC.</param>
/// <param name="AcknowledgeBy">UTC.</param>
/// <param name="AcknowledgedAt">UTC; null when nobody has.</param>
/// <param name="Overdue">Acknowledged late, or not at all although the limit has passed.</param>
/// <param name="Records">Records that speak of it.</param>
/// <param name="Excerpt">Masked, at most 80 characters; hostile.</param>
public sealed record DigestAlert(
    string Id,
    string Level,
    string Title,
    string Unit,
    string State,
    DateTimeOffset OpenedAt,
    DateTimeOffset AcknowledgeBy,
    DateTimeOffset? AcknowledgedAt,
    bool Overdue,
    int Records,
    string Excerpt);

/// <summary>What many say of one street under one topic.</summary>
/// <param name="Topic">Topic label.</param>
/// <param name="Street">Name of the street office.</param>
/// <param name="Count">Records.</param>
/// <param name="Previous">Records of the period before.</param>
/// <param name="Negative">Of them negative.</param>
/// <param name="Example">Title or beginning of one record, masked, at most 60 characters; hostile; null when none may be quoted.</param>
public sealed record DigestMatter(string Topic, string Street, int Count, int Previous, int Negative, string? Example);

/// <summary>An event (热点) as a digest shows it.</summary>
/// <param name="Id">Event id.</param>
/// <param name="Level">red, orange, yellow or blue.</param>
/// <param name="Title">Masked words of one of its records, at most 60 characters (hostile), or what stands for them where nothing may be quoted.</param>
/// <param name="State">新发 or 升温.</param>
/// <param name="Records">Records.</param>
/// <param name="Voices">Different voices.</param>
/// <param name="Channels">Channels.</param>
/// <param name="Unit">Name of the lead unit.</param>
/// <param name="LastAt">When its last record was received (UTC).</param>
/// <param name="AlertId">The alert that tells its lead unit of it; null without one.</param>
/// <param name="Alert">Name of that alert's state; null when it is not known.</param>
/// <param name="Link">Its page; null without a public address.</param>
public sealed record DigestEvent(
    string Id, string Level, string Title, string State, int Records, int Voices, int Channels, string Unit, DateTimeOffset LastAt, string? AlertId, string? Alert, string? Link);

/// <summary>What one unit lets lapse.</summary>
/// <param name="Unit">Name of the unit that must act.</param>
/// <param name="Count">Matters with a passed deadline.</param>
/// <param name="Matters">The longest overdue of them, longest first.</param>
public sealed record DigestOverdueUnit(string Unit, int Count, IReadOnlyList<DigestOverdue> Matters);

/// <summary>A matter with a deadline that has passed and runs on.</summary>
/// <param name="Id">Alert id.</param>
/// <param name="Level">red, orange, yellow or blue.</param>
/// <param name="Title">Made of danger kind and place.</param>
/// <param name="Clocks">What has passed, longest overdue first.</param>
/// <param name="Card">黄牌 or 红牌; null without one.</param>
/// <param name="Supervised">督办.</param>
public sealed record DigestOverdue(string Id, string Level, string Title, IReadOnlyList<OverdueClock> Clocks, string? Card, bool Supervised);

/// <summary>Matters that are not closed and have a card, or are followed up by an office.</summary>
public sealed record DigestCards(int Yellow, int Red, int Supervised);
