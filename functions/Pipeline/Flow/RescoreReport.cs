namespace SentimentWatch.Pipeline.Flow;

/// <summary>What a rescore did, in records.</summary>
public sealed class RescoreReport
{
    private readonly SortedSet<string> _models = new(StringComparer.Ordinal);

    /// <summary>Records read and judged.</summary>
    public int Read { get; internal set; }

    /// <summary>Rows written: their verdict differs in anything, the model's version included.</summary>
    public int Changed { get; private set; }

    /// <summary>Of these, with another topic.</summary>
    public int Topic { get; private set; }

    /// <summary>With another mood.</summary>
    public int Sentiment { get; private set; }

    /// <summary>With another urgency.</summary>
    public int Urgency { get; private set; }

    /// <summary>With another function.</summary>
    public int Function { get; private set; }

    /// <summary>With another lead unit.</summary>
    public int Lead { get; private set; }

    /// <summary>Newly an emergency, and so put up for review.</summary>
    public int NewEmergencies { get; private set; }

    /// <summary>Versions of the models whose verdicts were written; two when a new model came during the run.</summary>
    public IReadOnlyCollection<string> Models => _models;

    internal void Add(VerdictChange change, string model)
    {
        _models.Add(model);
        Changed++;
        Topic += change.Topic ? 1 : 0;
        Sentiment += change.Sentiment ? 1 : 0;
        Urgency += change.Urgency ? 1 : 0;
        Function += change.Function ? 1 : 0;
        Lead += change.Lead ? 1 : 0;
        NewEmergencies += change.BecameEmergency ? 1 : 0;
    }
}
