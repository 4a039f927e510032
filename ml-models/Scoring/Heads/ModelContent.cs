using SentimentWatch.Models.Features;

namespace SentimentWatch.Models.Heads;

/// <summary>Everything a model file holds.</summary>
/// <param name="Version">Version, stored with every verdict.</param>
/// <param name="Vocabulary">The known features.</param>
/// <param name="Weights">Their weights.</param>
/// <param name="Heads">The heads by name.</param>
internal sealed record ModelContent(string Version, Vocabulary Vocabulary, WeightTable Weights, IReadOnlyDictionary<string, HeadSpec> Heads)
{
    /// <summary>Names of the heads that a model must have.</summary>
    public static readonly string[] Required = ["topic", "sentiment", "function", "urgency"];
}
