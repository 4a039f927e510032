using System.Collections.Concurrent;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Ids of alerts whose log this instance has met: it is read at once instead of being begun in vain. Only saves a transaction; the log decides. Thread-safe.</summary>
internal sealed class KnownAlerts
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, bool> _ids = new(StringComparer.Ordinal);

    /// <summary>True when the alert's log is there.</summary>
    public bool Has(string id) => _ids.ContainsKey(id);

    /// <summary>Notes that an alert's log is there.</summary>
    public void Add(string id)
    {
        if (_ids.Count >= Most)
        {
            _ids.Clear();
        }

        _ids[id] = true;
    }
}
