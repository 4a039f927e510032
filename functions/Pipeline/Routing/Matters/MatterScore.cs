namespace SentimentWatch.Pipeline.Routing;

/// <summary>How much speaks for one function, and what.</summary>
internal sealed class MatterScore(FunctionTopic function)
{
    private const int MostWords = 3;
    private const float Fading = 0.85f;
    private float _fading = 1;
    private readonly List<(WordRule Rule, float Weight)> _rules = [];
    private readonly List<(string Word, float Weight)> _words = [];

    /// <summary>The function.</summary>
    public FunctionTopic Function => function;

    /// <summary>What the words weigh.</summary>
    public float Words { get; private set; }

    /// <summary>What the model weighs.</summary>
    public float Model { get; set; }

    /// <summary>Both together.</summary>
    public float Total => Words + Model;

    /// <summary>The rule whose words weigh most; null when only the model speaks.</summary>
    public WordRule? Rule
    {
        get
        {
            (WordRule? Rule, float Weight) best = (null, 0);
            foreach (var candidate in _rules)
            {
                if (candidate.Weight > best.Weight)
                {
                    best = candidate;
                }
            }

            return best.Rule;
        }
    }

    /// <summary>The words that weigh most, at most three.</summary>
    public IEnumerable<string> BestWords => _words.OrderByDescending(w => w.Weight).Select(w => w.Word).Distinct(StringComparer.Ordinal).Take(MostWords);

    /// <summary>Counts one word; each further one counts less, or long letters would drown what they began with.</summary>
    public void Add(WordRule rule, string word, float weight)
    {
        weight *= _fading;
        _fading *= Fading;
        Words += weight;
        _words.Add((word, weight));
        var at = _rules.FindIndex(r => ReferenceEquals(r.Rule, rule));
        if (at < 0)
        {
            _rules.Add((rule, weight));
        }
        else
        {
            _rules[at] = (rule, _rules[at].Weight + weight);
        }
    }
}
