using SentimentWatch.Pipeline.Notify.Grouping;

namespace SentimentWatch.Pipeline.Notify;

/// <summary>The notifiers by way.</summary>
public sealed class NotifierSet(IEnumerable<INotifier> notifiers)
{
    private readonly Dictionary<string, INotifier> _byWay = notifiers.ToDictionary(notifier => notifier.Way, StringComparer.Ordinal);

    /// <summary>The notifier of a way.</summary>
    /// <exception cref="KeyNotFoundException">No notifier serves it.</exception>
    public INotifier Of(string way) => _byWay[way];

    /// <summary>The notifier that sends a piece of news.</summary>
    public INotifier Of(OutgoingNews news)
    {
        ArgumentNullException.ThrowIfNull(news);
        return _byWay[news.Targets[0].Way];
    }
}
