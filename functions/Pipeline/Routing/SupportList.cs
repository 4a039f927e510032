namespace SentimentWatch.Pipeline.Routing;

/// <summary>Collects supporting units: each once, never the lead, never a recused one, at most five.</summary>
internal sealed class SupportList(Unit? lead, IReadOnlySet<string> recused)
{
    private const int Most = 5;
    private readonly List<string> _codes = [];

    /// <summary>Codes, in order of adding.</summary>
    public IReadOnlyList<string> Codes => _codes;

    /// <summary>Adds a unit if it may be there.</summary>
    public void Add(Unit? unit)
    {
        if (unit is not null && unit.Code != lead?.Code && _codes.Count < Most && !recused.Contains(unit.Code) && !_codes.Contains(unit.Code))
        {
            _codes.Add(unit.Code);
        }
    }
}
