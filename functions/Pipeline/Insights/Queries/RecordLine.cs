namespace SentimentWatch.Pipeline.Insights;

/// <summary>A record with its verdict, flat: a line of <c>/api/records</c> and of exports. Text is masked; times are Asia/Shanghai in CSV.</summary>
public sealed record RecordLine
{
    public required string Channel { get; init; }

    public required string SourceId { get; init; }

    public int Version { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? OccurredAt { get; init; }

    public string? Title { get; init; }

    public required string Body { get; init; }

    public string? Place { get; init; }

    public string? NamedUnit { get; init; }

    public string? Kind { get; init; }

    public string? SourceUrgency { get; init; }

    public string? Url { get; init; }

    /// <summary>received, dispatched, accepted, returned, replied or closed.</summary>
    public required string Status { get; init; }

    /// <summary>区交办办结期限, as the source names it.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>市交办办结期限, as the source names it.</summary>
    public DateTimeOffset? CityDueAt { get; init; }

    /// <summary>延期至, as the source names it.</summary>
    public DateTimeOffset? ExtendedTo { get; init; }

    public DateTimeOffset? RepliedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public bool? Satisfied { get; init; }

    public required string Sentiment { get; init; }

    /// <summary>Probability, 0 to 1.</summary>
    public float Negative { get; init; }

    public required string Topic { get; init; }

    /// <summary>Probability, 0 to 1.</summary>
    public float TopicConfidence { get; init; }

    public required string Urgency { get; init; }

    /// <summary>Probability of an emergency, 0 to 1.</summary>
    public float EmergencyProbability { get; init; }

    public string? DangerKind { get; init; }

    public required string Lead { get; init; }

    public required string LeadName { get; init; }

    public IReadOnlyList<string> Support { get; init; } = [];

    public required string Function { get; init; }

    public string? Street { get; init; }

    public string? PlaceName { get; init; }

    public bool NeedsReview { get; init; }

    public string? EventId { get; init; }

    public DateTimeOffset AcceptedAt { get; init; }

    public required string Model { get; init; }

    /// <summary>Labels that a person decided: topic, sentiment, urgency, function.</summary>
    public IReadOnlyList<string> Decided { get; init; } = [];

    /// <summary>Who decided them last, and by what way; null when nobody did.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Columns of CSV and Parquet, in the order of the properties.</summary>
    internal static Columns<RecordLine> Columns { get; } = new(
        ("channel", line => line.Channel),
        ("sourceId", line => line.SourceId),
        ("version", line => line.Version),
        ("receivedAt", line => line.ReceivedAt),
        ("occurredAt", line => line.OccurredAt),
        ("title", line => line.Title),
        ("body", line => line.Body),
        ("place", line => line.Place),
        ("namedUnit", line => line.NamedUnit),
        ("kind", line => line.Kind),
        ("sourceUrgency", line => line.SourceUrgency),
        ("url", line => line.Url),
        ("status", line => line.Status),
        ("dueAt", line => line.DueAt),
        ("cityDueAt", line => line.CityDueAt),
        ("extendedTo", line => line.ExtendedTo),
        ("repliedAt", line => line.RepliedAt),
        ("closedAt", line => line.ClosedAt),
        ("satisfied", line => line.Satisfied),
        ("sentiment", line => line.Sentiment),
        ("negative", line => line.Negative),
        ("topic", line => line.Topic),
        ("topicConfidence", line => line.TopicConfidence),
        ("urgency", line => line.Urgency),
        ("emergencyProbability", line => line.EmergencyProbability),
        ("dangerKind", line => line.DangerKind),
        ("lead", line => line.Lead),
        ("leadName", line => line.LeadName),
        ("support", line => line.Support),
        ("function", line => line.Function),
        ("street", line => line.Street),
        ("placeName", line => line.PlaceName),
        ("needsReview", line => line.NeedsReview),
        ("eventId", line => line.EventId),
        ("acceptedAt", line => line.AcceptedAt),
        ("model", line => line.Model),
        ("decided", line => line.Decided),
        ("decidedBy", line => line.DecidedBy));

    /// <summary>The line of a stored record.</summary>
    public static RecordLine Of(StoredRecord stored, string leadName)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var (record, verdict) = (stored.Record, stored.Verdict);
        return new RecordLine
        {
            Channel = record.Channel,
            SourceId = record.SourceId,
            Version = record.Version,
            ReceivedAt = record.ReceivedAt,
            OccurredAt = record.OccurredAt,
            Title = record.Title,
            Body = record.Body,
            Place = record.Place,
            NamedUnit = record.NamedUnit,
            Kind = record.Kind,
            SourceUrgency = record.SourceUrgency,
            Url = record.Url,
            Status = stored.Status,
            DueAt = record.Handling?.DueAt,
            CityDueAt = record.Handling?.CityDueAt,
            ExtendedTo = record.Handling?.ExtendedTo,
            RepliedAt = record.Handling?.RepliedAt,
            ClosedAt = record.Handling?.ClosedAt,
            Satisfied = record.Handling?.Satisfied,
            Sentiment = verdict.Sentiment.Label,
            Negative = verdict.Sentiment.Negative,
            Topic = verdict.Topic.Label,
            TopicConfidence = verdict.Topic.Confidence,
            Urgency = verdict.Urgency.Level,
            EmergencyProbability = verdict.Urgency.Probability,
            DangerKind = verdict.Urgency.Kind,
            Lead = verdict.Routing.Lead,
            LeadName = leadName,
            Support = verdict.Routing.Support,
            Function = verdict.Routing.Function,
            Street = verdict.Routing.Place?.Street,
            PlaceName = verdict.Routing.Place?.Name,
            NeedsReview = verdict.NeedsReview,
            EventId = stored.EventId,
            AcceptedAt = stored.AcceptedAt,
            Model = verdict.Model,
            Decided = stored.Decision?.Labels ?? [],
            DecidedBy = stored.Decision?.By,
        };
    }
}
