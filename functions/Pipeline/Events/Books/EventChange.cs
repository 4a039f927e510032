namespace SentimentWatch.Pipeline.Events;

/// <summary>A raised matter as it stands.</summary>
/// <param name="Id">Its id: day and hash of the first record it had when it was raised. It stays; when two raised matters turn out to be one, the earlier id stays.</param>
/// <param name="Records">Keys of its records, in order of time.</param>
/// <param name="Central">Key of the record that is most like all others; its words give the title.</param>
/// <param name="Channels">Channel codes, in the order of boards.</param>
/// <param name="Lead">Unit code that most of its records belong to.</param>
/// <param name="State">Level, reason and life.</param>
/// <param name="Predecessor">Id of the closed matter that this one takes up again; null when there is none.</param>
/// <param name="SharedTerms">Hashes of the terms that most of its records share, weightiest first; <see cref="SharedWords"/> finds their words.</param>
public sealed record MatterEvent(
    string Id,
    IReadOnlyList<string> Records,
    string Central,
    IReadOnlyList<string> Channels,
    string Lead,
    BurstState State,
    string? Predecessor,
    IReadOnlyList<uint> SharedTerms)
{
    /// <summary>When each of the records was received, in the order of <see cref="Records"/>.</summary>
    public IReadOnlyList<DateTimeOffset> Times { get; init; } = [];
}

/// <summary>What a batch did to a raised matter.</summary>
/// <param name="Event">How it stands now.</param>
/// <param name="IsNew">True when this batch raised it.</param>
/// <param name="Absorbed">Ids of raised matters that turned out to be the same.</param>
public sealed record EventChange(MatterEvent Event, bool IsNew, IReadOnlyList<string> Absorbed);
