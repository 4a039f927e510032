namespace SentimentWatch.Pipeline.Events;

/// <summary>The links that were found, by the later of their two records. Not thread-safe.</summary>
internal sealed class LinkGraph
{
    private const int None = -1;

    // By record: its newest link. By link: the record's next older one.
    private readonly BlockList<int> _newest = new();
    private readonly BlockList<(int Other, float Score)> _links = new();
    private readonly BlockList<int> _older = new();

    /// <summary>Adds a link of a record.</summary>
    public void Add(int number, int other, float score)
    {
        while (_newest.Count <= number)
        {
            _newest.Add(None);
        }

        _older.Add(_newest[number]);
        _newest[number] = _links.Count;
        _links.Add((other, score));
    }

    /// <summary>The links of a record with others, newest first.</summary>
    public IEnumerable<(int Other, float Score)> Of(int number)
    {
        for (var at = number < _newest.Count ? _newest[number] : None; at != None; at = _older[at])
        {
            yield return _links[at];
        }
    }
}
