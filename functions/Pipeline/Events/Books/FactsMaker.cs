using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Events;

/// <summary>Makes the few bytes that count of a record. Not thread-safe.</summary>
/// <param name="tally">Numbers topics and areas.</param>
/// <param name="view">Knows the topic of a record.</param>
internal sealed class FactsMaker(TopicTally tally, DistrictView view)
{
    private readonly NumberedNames _units = new();

    /// <summary>The facts of a record.</summary>
    public EventFacts Of(EventRecord record) => new(
        record.ReceivedAt.UtcDateTime,
        record.Voice,
        ChannelNumber(record.Channel),
        (byte)Math.Clamp(record.Urgency, 0, 2),
        (byte)Math.Clamp((int)MathF.Round(record.Negative * byte.MaxValue), 0, byte.MaxValue),
        _units.NumberOf(record.Lead),
        tally.TopicNumber(view.TopicOf(record.Sketch, record.Lead)),
        tally.AreaNumber(record.Street),
        record.Stance,
        (int)Math.Clamp(record.Reach, 0, int.MaxValue));

    /// <summary>The unit of a number.</summary>
    public string UnitOf(ushort number) => _units.NameOf(number);

    private static byte ChannelNumber(string channel)
    {
        for (var i = 0; i < Channels.All.Count; i++)
        {
            if (Channels.All[i] == channel)
            {
                return (byte)i;
            }
        }

        return (byte)Channels.All.Count;
    }
}
