using System.Globalization;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>Makes the rows of the table <c>events</c> that the matters of a book call for, beside those that are stored. Pure but for the texts it reads.</summary>
internal sealed class EventWriter(
    EventShelf shelf, EventNames names, IReadOnlyDictionary<string, StoredEvent> stored, IEventTexts texts, DateTimeOffset now, DateOnly windowStart)
{
    private const int MostTerms = 8;

    /// <summary>The rows that differ from what is stored, in order of their ids.</summary>
    /// <param name="all">True to look at all events, as time alone changes some; false for those alone that records came to.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<StoredEvent>> ChangesAsync(bool all, CancellationToken cancellationToken)
    {
        var matters = shelf.Book.Changed(now, all);
        var named = EventIds.Assign(matters, all ? stored.Values : names.Near(matters, shelf.Book, stored), stored);
        names.Learn(named, all);
        var found = new SortedDictionary<string, StoredEvent>(StringComparer.Ordinal);
        foreach (var one in named)
        {
            found[one.Id] = RowOf(one);
            foreach (var gone in one.Absorbed)
            {
                found[gone] = stored[gone] with { State = StoredEvent.Merged, MergedInto = one.Id };
            }
        }

        if (all)
        {
            Close(found);
        }

        await TellAsync(found, named, cancellationToken);
        await new EventHints(texts, stored).AddAsync(found, named, cancellationToken);
        Correct(found);
        return [.. found.Values.Where(row => !stored.TryGetValue(row.Id, out var old) || !row.Says(old))];
    }

    private void Close(SortedDictionary<string, StoredEvent> found)
    {
        foreach (var old in stored.Values.Where(old => old.State is not (StoredEvent.Closed or StoredEvent.Merged) && !found.ContainsKey(old.Id)))
        {
            if (now - old.LastAt > LinkRule.Window || old.Members.All(member => shelf.Book.Knows(member.Key)))
            {
                found[old.Id] = old with { State = StoredEvent.Closed };
            }
        }
    }

    private StoredEvent RowOf(NamedMatter one)
    {
        var (matter, old) = (one.Matter, stored.GetValueOrDefault(one.Id));
        var members = matter.Records.Zip(matter.Times, EventMember.Of).ToList();

        // What is older than the window is in no book any more, but still part of the event.
        var kept = old?.Members.Where(member => member.Day < windowStart && !shelf.Book.Knows(member.Key)).ToList() ?? [];
        var former = (old?.FormerIds ?? []).Concat(one.Absorbed).Concat(one.Absorbed.SelectMany(id => stored[id].FormerIds));
        return new StoredEvent(one.Id)
        {
            Title = old?.Title ?? "",
            Terms = old?.Terms ?? [],
            Level = matter.State.Level,
            Lead = matter.Lead,
            Channels = matter.Channels,
            Why = matter.State.Why,
            State = matter.State.Life.ToString().ToLowerInvariant(),
            RaisedAt = kept.Count > 0 ? old!.RaisedAt : matter.State.RaisedAt,
            FirstAt = kept.Count > 0 ? old!.FirstAt : matter.Times[0],
            LastAt = matter.Times[^1],
            RecordCount = kept.Count + members.Count,
            Voices = matter.State.Voices,
            Central = matter.Central,
            Basis = BasisOf(matter),
            Predecessor = matter.Predecessor is { } predecessor ? names.OfMatter(predecessor) : old?.Predecessor,
            FormerIds = [.. former.Where(id => !names.IsLive(id)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            SplitFrom = one.Parent ?? old?.SplitFrom,
            Members = [.. kept, .. members],
            IsReserved = old?.IsReserved ?? false,
            AlertId = old?.AlertId,
            Recused = old?.Recused ?? [],
            Followed = old?.Followed,
        };
    }

    private static string BasisOf(MatterEvent matter) => string.Create(
        CultureInfo.InvariantCulture, $"{StableHash.Of($"{matter.Central} {string.Join(' ', matter.SharedTerms)}"):x16}");

    /// <summary>Takes the words of the central records where they have changed; only those that came long ago are read.</summary>
    private async Task TellAsync(SortedDictionary<string, StoredEvent> found, IReadOnlyList<NamedMatter> named, CancellationToken cancellationToken)
    {
        var asked = named.Where(one => stored.GetValueOrDefault(one.Id)?.Basis != found[one.Id].Basis).ToList();
        var words = shelf.WordsOf(asked.Select(one => one.Matter.Central));
        var unknown = asked.Where(one => !words.ContainsKey(one.Matter.Central)).Select(one => found[one.Id].Members.First(member => member.Key == one.Matter.Central)).ToList();
        var records = await texts.ReadAsync(unknown, cancellationToken);
        foreach (var (matter, id, _, _) in asked)
        {
            var terms = matter.SharedTerms.ToHashSet();
            if (words.TryGetValue(matter.Central, out var central))
            {
                found[id] = Told(found[id], central.Title, central.Of(terms), central.IsReserved);
            }
            else if (records.TryGetValue(matter.Central, out var record))
            {
                found[id] = Told(
                    found[id], SharedWords.TitleOf(record.Record), SharedWords.Of(record.Record, terms), record.Record.Kind == "report" || record.Verdict.Routing.Recused.Count > 0);
            }
        }
    }

    private static StoredEvent Told(StoredEvent row, string title, IReadOnlyList<string> words, bool reserved) =>
        row with { Title = title, IsReserved = reserved, Terms = [.. words.Take(MostTerms)] };

    private void Correct(SortedDictionary<string, StoredEvent> found)
    {
        var steps = shelf.Steps.Where(step => step.Step is EventSteps.Rename or EventSteps.False or EventSteps.Restore && step.Records.Count > 0).ToLookup(step => step.Records[0], StringComparer.Ordinal);
        if (steps.Count == 0)
        {
            return;
        }

        foreach (var (id, row) in found.Where(pair => pair.Value.MergedInto is null).ToList())
        {
            var said = row.Members.SelectMany(member => steps[member.Key]).OrderBy(step => step.Id, StringComparer.Ordinal).ToList();
            var name = said.LastOrDefault(step => step.Step == EventSteps.Rename)?.Title;
            found[id] = Marked(row with { Title = name ?? row.Title }, said.LastOrDefault(step => step.Step is EventSteps.False or EventSteps.Restore));
        }
    }

    // What was marked as false stays so until it has grown far beyond what the person saw; then it is shown, with a word of that.
    private StoredEvent Marked(StoredEvent row, EventStep? mark)
    {
        if (mark is not { Step: EventSteps.False })
        {
            return row with { IsFalse = false };
        }

        var then = mark.Voices > 0 ? mark.Voices : mark.Records.Count;
        return row.Voices < shelf.Rules.FalseRegrow * then
            ? row with { IsFalse = true }
            : row with
            {
                IsFalse = false,
                Why = string.Create(CultureInfo.InvariantCulture, $"{row.Why}；{ShanghaiTime.DayOf(mark.At):M 月 d 日}曾标记为误报（当时 {then} 人反映），现已增至 {row.Voices} 人"),
            };
    }
}
