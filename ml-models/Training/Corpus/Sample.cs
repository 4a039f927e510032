using SentimentWatch.Models;

namespace SentimentWatch.Training.Corpus;

/// <summary>One labelled text.</summary>
/// <param name="Id">Where it comes from; only for messages and slices.</param>
/// <param name="Input">The text.</param>
/// <param name="Label">Index of its label.</param>
/// <param name="Weight">How much it counts; 1 for an ordinary sample.</param>
internal sealed record Sample(string Id, JudgeInput Input, int Label, float Weight = 1f);
