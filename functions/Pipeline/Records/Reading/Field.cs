namespace SentimentWatch.Pipeline.Records.Reading;

/// <summary>What a column or property of an input means.</summary>
internal enum Field
{
    Channel,
    SourceId,
    Version,
    ReceivedAt,
    OccurredAt,
    Title,
    Body,
    Place,
    PlaceDetail,
    NamedUnit,
    Kind,
    SourceUrgency,
    Url,
    Likes,
    Comments,
    Shares,
    Followers,
    DispatchedAt,
    DueAt,
    CityDueAt,
    AcceptedAt,
    ReturnedAt,
    ReturnReason,
    RepliedAt,
    Reply,
    ExtendedTo,
    FollowUpAt,
    Satisfied,
    ClosedAt,

    /// <summary>Who spoke: dropped by the mask.</summary>
    Caller,
}

/// <summary>A heading's meaning. Of several headings with one meaning the lowest <paramref name="Rank"/> that has a value wins.</summary>
internal sealed record Meaning(Field Field, int Rank);
