using Microsoft.Extensions.Logging;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Intake;

namespace SentimentWatch.Pipeline.Flow;

/// <summary>
/// Keeps the table <c>events</c> in step with the rows of sketches. Each instance has a book in memory, which is nothing but these rows;
/// instances that sweep at once write the same rows, and what one wrote on an older view the next sweep sets right, with a trail.
/// </summary>
public sealed class EventSweep(
    ISketchStore sketches, IEventStore events, IEventLog log, IEventTexts texts, ITopicDays topics, EventFollowUp followUp, EventRules rules, DistrictView view, TimeProvider time, ILogger<EventSweep> logger) : IDisposable
{
    /// <summary>Days of acceptance that a book is made of; twice the window of linking, so that a matter is seen to close.</summary>
    public const int WindowDays = 120;

    private const int PollDays = 2;

    // So many records come with one transaction; making a book anew costs no more than one in half an hour.
    private const int RecordsOfPage = 10_000;

    private static readonly TimeSpan Reorder = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Renew = TimeSpan.FromHours(24);
    private static readonly TimeSpan Look = TimeSpan.FromHours(1);

    // What does nothing but grow is written as often.
    private static readonly TimeSpan Grow = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<string, StoredEvent> _stored = new(StringComparer.Ordinal);
    private readonly EventNames _names = new();
    private EventShelf? _shelf;
    private TopicKeeper? _topics;
    private string? _sign;
    private DateTimeOffset _made;
    private DateTimeOffset _grown;
    private DateTimeOffset _looked;

    /// <summary>One sweep; two at once in one instance run after each other.</summary>
    /// <returns>How many events were written.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await SweepAsync(time.GetUtcNow(), cancellationToken);
        }
        catch
        {
            // What is in memory may be ahead of what is stored; the rows tell again.
            _shelf = null;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<int> SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (shelf, fresh) = _shelf is { } held && !IsDue(held, now) ? await PollAsync(held, now, cancellationToken) : (await MakeAsync(now, cancellationToken), 1);
        var all = now - _looked >= Look;
        if (fresh == 0 && !all && shelf.Sign == _sign && now - _grown < Grow)
        {
            return 0;
        }

        if (shelf.Sign != _sign)
        {
            // Another instance wrote. Its rows first, then whatever rows of sketches it may have seen before us.
            await LoadAsync(now, shelf.Sign, cancellationToken);
            shelf.Take(await RowsAsync(DayOf(now, PollDays), shelf.ReadFrom, cancellationToken));
            all = true;
        }

        var changes = await new EventWriter(shelf, _names, _stored, texts, now, DayOf(now, WindowDays)).ChangesAsync(all, cancellationToken);
        if (all || now - _grown >= Grow)
        {
            _grown = now;
        }
        else
        {
            var growing = changes.ToLookup(change => _stored.TryGetValue(change.Id, out var old) && change.OnlyGrows(old));
            shelf.Book.Touch(growing[true].Select(change => change.Central));
            changes = [.. growing[false]];
        }

        var before = new Dictionary<string, StoredEvent>(StringComparer.Ordinal);
        if (changes.Count > 0)
        {
            changes = await followUp.NameQuietAsync(changes, _stored, cancellationToken);
            await events.WriteAsync(changes, cancellationToken);
            foreach (var change in changes)
            {
                if (_stored.TryGetValue(change.Id, out var old))
                {
                    before[change.Id] = old;
                }

                _stored[change.Id] = change;
            }

            _sign = Guid.NewGuid().ToString("N");
            await sketches.SignAsync(_sign, cancellationToken);
            shelf.Signed(_sign);
        }

        await FollowAsync(all ? null : [.. changes.Select(change => change.Id)], before, cancellationToken);
        await _topics!.SaveAsync(DayOf(_made, WindowDays), now, cancellationToken);
        _looked = all ? now : _looked;
        FlowLog.Swept(logger, fresh, shelf.Book.Count, changes.Count);
        return changes.Count;
    }

    // The marks go last: whoever dies before them leaves rows that the next sweep, here or elsewhere, follows up again.
    private async Task FollowAsync(IReadOnlyList<string>? among, Dictionary<string, StoredEvent> before, CancellationToken cancellationToken)
    {
        var marks = await followUp.TakeAsync(_stored, before, cancellationToken, among);
        if (marks.Count > 0)
        {
            await events.MarkAsync(marks, cancellationToken);
            foreach (var mark in marks)
            {
                _stored[mark.Id] = _stored[mark.Id] with { AlertId = mark.AlertId, Recused = mark.Recused, Followed = mark.Followed };
            }
        }
    }

    private bool IsDue(EventShelf shelf, DateTimeOffset now) =>
        shelf.IsOutdated || now - _made >= Renew || (shelf.IsDisordered && now - _made >= Reorder * (1 + (shelf.Book.Count / RecordsOfPage)));

    private async Task<(EventShelf Shelf, int Fresh)> PollAsync(EventShelf shelf, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var steps = await log.ReadAsync(cancellationToken);
        if (steps.Count != shelf.Steps.Count)
        {
            return (await MakeAsync(now, cancellationToken), 1);
        }

        var fresh = shelf.Take(await RowsAsync(DayOf(now, PollDays), shelf.ReadFrom, cancellationToken));
        return shelf.IsOutdated ? (await MakeAsync(now, cancellationToken), 1) : (shelf, fresh);
    }

    private async Task<EventShelf> MakeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        _shelf = null;
        var shelf = new EventShelf(rules, view, await log.ReadAsync(cancellationToken));
        await shelf.FillAsync(sketches.ReadAsync(DayOf(now, WindowDays), null, cancellationToken), cancellationToken);

        // After the sign was met: whatever is written from now on leaves another.
        await LoadAsync(now, shelf.Sign, cancellationToken);
        var keeper = new TopicKeeper(topics, shelf.Book);
        await keeper.LoadAsync(DayOf(now, WindowDays), now, cancellationToken);
        (_shelf, _topics, _made, _looked) = (shelf, keeper, now, default);
        return shelf;
    }

    private async Task LoadAsync(DateTimeOffset now, string? sign, CancellationToken cancellationToken)
    {
        var found = await events.ReadAsync(DayOf(now, 2 * WindowDays), cancellationToken);
        _stored.Clear();
        foreach (var one in found)
        {
            _stored[one.Id] = one;
        }

        _sign = sign;
    }

    private async Task<IReadOnlyList<SketchBatch>> RowsAsync(DateOnly from, DateTimeOffset? writtenSince, CancellationToken cancellationToken)
    {
        var rows = new List<SketchBatch>();
        await foreach (var row in sketches.ReadAsync(from, writtenSince, cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static DateOnly DayOf(DateTimeOffset now, int before) => DateOnly.FromDateTime(now.UtcDateTime).AddDays(-before);
}
