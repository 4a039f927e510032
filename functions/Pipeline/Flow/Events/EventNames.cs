using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>Which stored event is which matter of a book, so that one sweep looks only at events that records came to. Not thread-safe.</summary>
internal sealed class EventNames
{
    private readonly Dictionary<string, string> _ofMatter = new(StringComparer.Ordinal);

    // By event that is not merged: one of its records.
    private readonly Dictionary<string, string> _records = new(StringComparer.Ordinal);

    /// <summary>The event that a matter is; its own id when it is none yet.</summary>
    public string OfMatter(string id) => _ofMatter.GetValueOrDefault(id, id);

    /// <summary>True for the id of an event that is not merged.</summary>
    public bool IsLive(string id) => _records.ContainsKey(id);

    /// <summary>The events that matters are, or that went up in them since.</summary>
    public IReadOnlyList<StoredEvent> Near(IReadOnlyList<MatterEvent> matters, EventBook book, IReadOnlyDictionary<string, StoredEvent> stored)
    {
        var asked = matters.Select(matter => book.MatterOf(matter.Records[0])).ToHashSet();
        return [.. _records.Where(pair => asked.Contains(book.MatterOf(pair.Value))).Select(pair => stored.GetValueOrDefault(pair.Key)).OfType<StoredEvent>()];
    }

    /// <summary>Takes what ids were given.</summary>
    /// <param name="named">The matters.</param>
    /// <param name="all">True when these are all matters of the book.</param>
    public void Learn(IReadOnlyList<NamedMatter> named, bool all)
    {
        if (all)
        {
            _ofMatter.Clear();
            _records.Clear();
        }

        foreach (var one in named)
        {
            _ofMatter[one.Matter.Id] = one.Id;
            _records[one.Id] = one.Matter.Records[0];
            foreach (var gone in one.Absorbed)
            {
                _records.Remove(gone);
            }
        }
    }
}
