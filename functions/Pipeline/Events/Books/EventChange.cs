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

    /// <summary>How each of the records stands to what is told, in the order of <see cref="Records"/>.</summary>
    public IReadOnlyList<Stance> Stances { get; init; } = [];
}

/// <summary>What a batch did to a raised matter.</summary>
/// <param name="id">Its id.</param>
/// <param name="isNew">True when this batch raised it.</param>
/// <param name="read">Reads it.</param>
public sealed class EventChange(string id, bool isNew, Func<MatterEvent?> read)
{
    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>True when this batch raised it.</summary>
    public bool IsNew => isNew;

    /// <summary>How it stands when this is asked; null when it has been divided since and no part is raised. Takes time for all of its records.</summary>
    public MatterEvent? Event => read();
}
