namespace SentimentWatch.Pipeline.Routing;

/// <summary>What matters are about and who serves them; <c>topics.json</c>.</summary>
/// <param name="TopicFunctions">The model's categories and the function each belongs to when nothing else decides.</param>
/// <param name="Functions">Every function code with the words that speak for it.</param>
/// <param name="Dangers">Every danger kind with who leads.</param>
public sealed record Topics(
    [property: System.Text.Json.Serialization.JsonPropertyName("topics")] IReadOnlyList<TopicFunction> TopicFunctions,
    IReadOnlyList<FunctionTopic> Functions,
    IReadOnlyList<DangerRule> Dangers)
{
    /// <summary>Chinese name of a function; the code itself when it is unknown.</summary>
    public string FunctionName(string code) => Functions.FirstOrDefault(f => f.Code == code)?.Name ?? code;

    /// <summary>The rule of a danger kind; that of <c>other</c> when it is unknown. Words of the text may say that another rule holds.</summary>
    public DangerRule Danger(string? kind, string? title, string body)
    {
        var rule = Rule(kind) ?? Dangers.First(d => d.Kind == "other");
        return rule.Instead is { } instead && instead.Words.Any(w => body.Contains(w, StringComparison.Ordinal) || (title?.Contains(w, StringComparison.Ordinal) ?? false))
            ? Rule(instead.Kind) ?? rule
            : rule;
    }

    private DangerRule? Rule(string? kind) => Dangers.FirstOrDefault(d => d.Kind == kind);
}

/// <summary>A category of the model and its function.</summary>
public sealed record TopicFunction(string Label, string Function);

/// <summary>A function.</summary>
/// <param name="Code">District-independent code.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="StreetSupports">True when the street office of the place supports the lead unit.</param>
/// <param name="Rules">Groups of words.</param>
public sealed record FunctionTopic(string Code, string Name, bool StreetSupports, IReadOnlyList<WordRule> Rules);

/// <summary>Words that speak for a function. "甲…乙" is a pair: both must stand within a dozen characters, in this order.</summary>
/// <param name="Unit">The unit that leads when these words decide; null: the first that serves the function.</param>
/// <param name="Support">Functions whose units then support.</param>
/// <param name="Strong">Words that decide alone.</param>
/// <param name="Words">Words that speak for it.</param>
/// <param name="Weak">Words that only tip the scale.</param>
public sealed record WordRule(
    string? Unit = null,
    IReadOnlyList<string>? Support = null,
    IReadOnlyList<string>? Strong = null,
    IReadOnlyList<string>? Words = null,
    IReadOnlyList<string>? Weak = null);

/// <summary>Who leads in a danger.</summary>
/// <param name="Kind">Danger kind code of the model.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Function">Function that leads.</param>
/// <param name="Support">Functions that support.</param>
/// <param name="Unit">The unit that leads; null: the first that serves the function.</param>
/// <param name="Instead">When another kind's rule holds, so that all who tell of one matter reach one lead unit.</param>
public sealed record DangerRule(string Kind, string Name, string Function, IReadOnlyList<string> Support, string? Unit = null, DangerInstead? Instead = null);

/// <summary>People trapped by water are a flood's matter: with one of these words the rule of another kind holds.</summary>
/// <param name="Words">Words of the text.</param>
/// <param name="Kind">The other kind.</param>
public sealed record DangerInstead(IReadOnlyList<string> Words, string Kind);
