namespace SentimentWatch.Pipeline.Records;

/// <summary>What a record says, masked or not; the wire form of the contract (NDJSON, camelCase).</summary>
public abstract record RecordFields
{
    /// <summary>Channel code, see <see cref="Channels"/>.</summary>
    public required string Channel { get; init; }

    /// <summary>The source system's own id; with the channel it is the record's identity.</summary>
    public required string SourceId { get; init; }

    /// <summary>Rises when the source sends the record again with changes; 1 or more.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When the channel received it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the matter happened, if the source says so.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Headline, if the channel has one.</summary>
    public string? Title { get; init; }

    /// <summary>The text itself; never empty.</summary>
    public required string Body { get; init; }

    /// <summary>Where, as the source wrote it.</summary>
    public string? Place { get; init; }

    /// <summary>The unit the resident or the operator named.</summary>
    public string? NamedUnit { get; init; }

    /// <summary>inquiry 咨询, help 求助, suggestion 建议, complaint 投诉, report 举报, praise 表扬; null when unknown.</summary>
    public string? Kind { get; init; }

    /// <summary>The source's own urgency (一般/紧急/特急).</summary>
    public string? SourceUrgency { get; init; }

    /// <summary>Public address of a post.</summary>
    public string? Url { get; init; }

    /// <summary>How far a post reached.</summary>
    public Reach? Reach { get; init; }

    /// <summary>What the source says of its handling.</summary>
    public Handling? Handling { get; init; }
}

/// <summary>A record as it arrives: it may hold personal data and must not be written anywhere.</summary>
public sealed record SubmittedRecord : RecordFields
{
    /// <summary>Complainant's name, phone, id or account as the export carries them; dropped by masking, kept only as a keyed hash.</summary>
    public IReadOnlyList<string> CallerFields { get; init; } = [];
}

/// <summary>A masked record: the only form that is stored, queued, logged, sent or shown. Made by <c>Masker</c> alone.</summary>
public sealed record CitizenRecord : RecordFields
{
    /// <summary>Keyed hash of who spoke (16 hex digits), to count repeat callers; null when unknown.</summary>
    public string? CallerHash { get; init; }

    /// <summary>Identity: <c>{channel}:{sourceId}</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Key => $"{Channel}:{SourceId}";
}

/// <summary>Counts under a post; 0 when unknown.</summary>
public sealed record Reach(long Likes = 0, long Comments = 0, long Shares = 0, long Followers = 0);

/// <summary>The source system's own handling times; null when it has not happened or is unknown.</summary>
public sealed record Handling
{
    /// <summary>派发.</summary>
    public DateTimeOffset? DispatchedAt { get; init; }

    /// <summary>区交办办结期限: until when the district wants it done. A time of 00:00:00 names the day alone, which then counts to its end.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>市交办办结期限: until when the city wants it done; of both deadlines the earlier binds. 00:00:00 as in <see cref="DueAt"/>.</summary>
    public DateTimeOffset? CityDueAt { get; init; }

    /// <summary>签收.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>退回.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>退回理由.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>回复时间.</summary>
    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>办理结果 / 回复.</summary>
    public string? Reply { get; init; }

    /// <summary>延期至.</summary>
    public DateTimeOffset? ExtendedTo { get; init; }

    /// <summary>回访.</summary>
    public DateTimeOffset? FollowUpAt { get; init; }

    /// <summary>Whether the resident said they were satisfied (满意).</summary>
    public bool? Satisfied { get; init; }

    /// <summary>办结.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}
