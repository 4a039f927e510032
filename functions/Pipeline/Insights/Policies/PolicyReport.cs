using System.Text.Json.Serialization;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>How a policy was received (seed, rows 16 and 24). All text is masked; concerns are hostile where they are shown.</summary>
/// <param name="Code">Code of the policy.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Drafting unit, code.</param>
/// <param name="UnitName">Drafting unit, name.</param>
/// <param name="PublishedOn">Day of publication.</param>
/// <param name="EffectiveOn">First day in force.</param>
/// <param name="MadeAt">When the report was made (UTC).</param>
public sealed record PolicyReport(string Code, string Name, string Unit, string UnitName, DateOnly PublishedOn, DateOnly EffectiveOn, DateTimeOffset MadeAt)
{
    /// <summary>Name of the district.</summary>
    public string District { get; init; } = "";

    /// <summary>Words by which records were found, with how many each found.</summary>
    public IReadOnlyDictionary<string, int> Keywords { get; init; } = new Dictionary<string, int>();

    /// <summary>Words of the matters that it settles: with the keywords they find similar past records.</summary>
    public IReadOnlyList<string> Matters { get; init; } = [];

    /// <summary>False while publication is still to come: then there is a risk and nothing after it.</summary>
    public bool IsPublished { get; init; } = true;

    /// <summary>Risk before publication.</summary>
    public required PolicyRisk Risk { get; init; }

    /// <summary>The days before publication.</summary>
    public required PolicyMood Before { get; init; }

    /// <summary>The days from publication on.</summary>
    public required PolicyMood After { get; init; }

    /// <summary>Change of the negative share; null when a sample is below <see cref="MinimumSample"/>.</summary>
    public ShareChange? NegativeChange { get; init; }

    /// <summary>Change of the positive share; null when a sample is below <see cref="MinimumSample"/>.</summary>
    public ShareChange? PositiveChange { get; init; }

    /// <summary>Records below which shares are not compared.</summary>
    public int MinimumSample { get; init; }

    /// <summary>Records a day, before and after, oldest first; none missing.</summary>
    public IReadOnlyList<PolicyDay> Days { get; init; } = [];

    /// <summary>All six channels in their fixed order.</summary>
    public IReadOnlyList<PolicyCount> Channels { get; init; } = [];

    /// <summary>Topics, by records after publication.</summary>
    public IReadOnlyList<PolicyCount> Topics { get; init; } = [];

    /// <summary>Functions, by records after publication.</summary>
    public IReadOnlyList<PolicyCount> Functions { get; init; } = [];

    /// <summary>What residents say most, in their own words: after publication, or before it while it is still to come.</summary>
    public IReadOnlyList<Concern> Concerns { get; init; } = [];

    /// <summary>Until when it must be told how opinions were taken (seed, row 14); null when the calendar cannot tell.</summary>
    public DateTimeOffset? ConsultationDueAt { get; init; }

    /// <summary>The sentences that stand first.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];
}

/// <summary>Records of a stretch of days by mood.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Total">Records.</param>
/// <param name="Voices">Distinct known voices, and every record of an unknown one.</param>
/// <param name="Negative">Share of negative ones.</param>
/// <param name="Neutral">Share of neutral ones.</param>
/// <param name="Positive">Share of positive ones.</param>
/// <param name="Replied">Replied to, as the sources say.</param>
public sealed record PolicyMood(DateOnly From, DateOnly To, int Total, int Voices, Share Negative, Share Neutral, Share Positive, int Replied)
{
    /// <summary>Days.</summary>
    [JsonIgnore]
    public int Days => Math.Max(0, To.DayNumber - From.DayNumber + 1);

    /// <summary>Counts the records of some days.</summary>
    internal static PolicyMood Of(IEnumerable<PolicyRecord> records, DateOnly from, DateOnly to)
    {
        var inside = records.Where(record => record.Day >= from && record.Day <= to).ToList();
        Share Of(string mood) => Share.Of(inside.Count(record => record.Sentiment == mood), inside.Count);
        var voices = inside.Where(record => record.Voice is not null).Select(record => record.Voice).Distinct(StringComparer.Ordinal).Count()
            + inside.Count(record => record.Voice is null);
        return new PolicyMood(from, to, inside.Count, voices, Of("negative"), Of("neutral"), Of("positive"), inside.Count(record => record.Replied));
    }
}

/// <summary>Records of one day.</summary>
/// <param name="Day">The day, Asia/Shanghai.</param>
/// <param name="Total">Records.</param>
/// <param name="Negative">Of them negative.</param>
/// <param name="Channels">Records by channel code; a channel without any is absent.</param>
public sealed record PolicyDay(DateOnly Day, int Total, int Negative, IReadOnlyDictionary<string, int> Channels);

/// <summary>One line of a table of counts.</summary>
/// <param name="Code">Code or label.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Before">Records before publication.</param>
/// <param name="After">Records after it.</param>
/// <param name="Negative">Of those after it negative.</param>
public sealed record PolicyCount(string Code, string Name, int Before, int After, int Negative);
