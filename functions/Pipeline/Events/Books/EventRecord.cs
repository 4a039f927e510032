using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Events;

/// <summary>What the event room keeps of a record: who, when, how, and the sketch of what it says. No text.</summary>
/// <param name="Key">Its identity, <see cref="CitizenRecord.Key"/>.</param>
/// <param name="ReceivedAt">When the channel received it.</param>
/// <param name="Voice">Hash of who spoke; the same for all records of one account. A record without a known caller is a voice of its own.</param>
/// <param name="Channel">Channel code.</param>
/// <param name="Lead">Unit code of its owner.</param>
/// <param name="Negative">Probability that it is negative, 0 to 1.</param>
/// <param name="Urgency">0 routine, 1 urgent, 2 emergency.</param>
/// <param name="Reach">Likes, comments and shares of a post together; 0 when there are none.</param>
/// <param name="Sketch">What it is about.</param>
public sealed record EventRecord(
    string Key, DateTimeOffset ReceivedAt, ulong Voice, string Channel, string Lead, float Negative, int Urgency, long Reach, Sketch Sketch)
{
    /// <summary>Unit code of the street it speaks of; "" when the place is unknown or spans several.</summary>
    public string Street { get; init; } = "";

    /// <summary>Whether it denies officially what is told, or disputes what was answered.</summary>
    public Stance Stance { get; init; }

    /// <summary>Makes one of a judged record.</summary>
    public static EventRecord Of(JudgedRecord judged, Sketcher sketcher)
    {
        ArgumentNullException.ThrowIfNull(judged);
        ArgumentNullException.ThrowIfNull(sketcher);
        var (record, verdict) = judged;
        return new EventRecord(
            record.Key,
            record.ReceivedAt,
            StableHash.Of(record.CallerHash is { } caller ? "caller:" + caller : "record:" + record.Key),
            record.Channel,
            verdict.Routing.Lead,
            verdict.Sentiment.Negative,
            verdict.Urgency.Level switch { "emergency" => 2, "urgent" => 1, _ => 0 },
            record.Reach is { } reach ? reach.Likes + reach.Comments + reach.Shares : 0,
            sketcher.Draw(record))
        {
            Street = verdict.Routing.Place?.Street ?? "",
            Stance = Stances.Of(record),
        };
    }
}
