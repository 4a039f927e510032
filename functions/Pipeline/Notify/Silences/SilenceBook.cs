using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Notify.Silences;

/// <summary>Keeps silenced news back, with a row for each. It reads the silences at most once in half a minute, so that a new one holds everywhere after that.</summary>
public sealed class SilenceBook(ISilenceStore store, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private volatile Reading? _last;

    /// <summary>What may be sent, and the decisions about the rest.</summary>
    public async Task<(IReadOnlyList<OutgoingNews> Speaking, IReadOnlyList<NotifyDecision> Silent)> CutAsync(
        IReadOnlyList<OutgoingNews> news, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(news);
        var now = time.GetUtcNow();

        // Nobody can have named a red alert that has just been opened.
        if (news.All(item => item.IsUrgent && item.News.Reason == AnnouncementReason.Opened))
        {
            return (news, []);
        }

        var silences = await ReadAsync(now, cancellationToken);
        if (silences.Count == 0)
        {
            return (news, []);
        }

        List<OutgoingNews> speaking = [];
        List<NotifyDecision> silent = [];
        foreach (var item in news)
        {
            var targets = item.Targets.ToLookup(target => silences.FirstOrDefault(silence => silence.Covers(item.News.Alert, target.Unit, now)));
            if (targets[null].Any())
            {
                speaking.Add(targets[null].Count() == item.Targets.Count ? item : item with { Targets = [.. targets[null]] });
            }

            foreach (var group in targets.Where(group => group.Key is not null))
            {
                var (by, until) = (group.Key!, ShanghaiTime.Of(group.Key!.Until));
                silent.AddRange((item with { Targets = [.. group] }).Decide(
                    NotifyOutcome.Skipped, $"已静默（{by.Id}，{by.Author}，至 {until:yyyy-MM-dd HH:mm}）：{by.Reason}", now));
            }
        }

        return (speaking, silent);
    }

    /// <summary>Forgets what was read: the next look sees a change made here.</summary>
    public void Forget() => _last = null;

    private async Task<IReadOnlyList<Silence>> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_last is { } last && now - last.At < Fresh)
        {
            return last.Silences;
        }

        var silences = await store.ListAsync(now, cancellationToken);
        _last = new Reading(now, silences);
        return silences;
    }

    private sealed record Reading(DateTimeOffset At, IReadOnlyList<Silence> Silences);
}
