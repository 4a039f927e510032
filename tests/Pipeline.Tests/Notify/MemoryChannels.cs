using System.Globalization;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Notify.Limits;

namespace SentimentWatch.Pipeline.Tests.Notify;

/// <summary>Receivers' states and outboxes in memory, with versions as storage has them.</summary>
internal sealed class MemoryChannels : IChannelStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (ChannelState State, int Version)> _states = [];
    private readonly Dictionary<(string Channel, string Id), OutgoingNews> _waiting = [];

    /// <summary>True for an operation that fails before it does anything.</summary>
    public Func<bool> Fails { get; set; } = () => false;

    public int Writes { get; private set; }

    public int Refusals { get; private set; }

    public void Fail()
    {
        if (Fails())
        {
            throw new IOException("Storage is away.");
        }
    }

    public ChannelState StateOf(string channel) => _states.TryGetValue(channel, out var found) ? found.State : ChannelState.New;

    public IReadOnlyList<OutgoingNews> WaitingFor(string channel) => [.. _waiting.Where(row => row.Key.Channel == channel).Select(row => row.Value)];

    public Task<ChannelView> ReadAsync(string channel, CancellationToken cancellationToken)
    {
        Fail();
        lock (_lock)
        {
            return Task.FromResult(View(channel));
        }
    }

    public Task<(ChannelView View, IReadOnlyList<OutgoingNews> Waiting)> OpenAsync(string channel, CancellationToken cancellationToken)
    {
        Fail();
        lock (_lock)
        {
            return Task.FromResult((View(channel), WaitingFor(channel)));
        }
    }

    public Task<string?> TryWriteAsync(string channel, ChannelView over, ChannelState state, OutboxChange change, CancellationToken cancellationToken)
    {
        Fail();
        lock (_lock)
        {
            var version = _states.TryGetValue(channel, out var found) ? found.Version : 0;
            if ((over.Version is null ? 0 : int.Parse(over.Version, CultureInfo.InvariantCulture)) != version)
            {
                Refusals++;
                return Task.FromResult<string?>(null);
            }

            Writes++;
            _states[channel] = (state, version + 1);
            foreach (var item in change.Put)
            {
                _waiting[(channel, item.Id)] = item with { MustWait = false };
            }

            foreach (var item in change.Take)
            {
                _waiting.Remove((channel, item.Id));
            }

            return Task.FromResult<string?>((version + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    public async IAsyncEnumerable<string> OverdueAsync(DateTimeOffset before, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var channel in _states.Where(row => row.Value.State.FlushAt < before).Select(row => row.Key).ToList())
        {
            yield return channel;
        }
    }

    private ChannelView View(string channel) =>
        _states.TryGetValue(channel, out var found) ? new ChannelView(found.State, found.Version.ToString(CultureInfo.InvariantCulture)) : new ChannelView(ChannelState.New, null);
}
