using SentimentWatch.Models.Urgency;
using SentimentWatch.Training.Corpus;
using SentimentWatch.Training.Heads;

namespace SentimentWatch.Training;

/// <summary>The recipes of the four heads, chosen on the valid splits.</summary>
internal static class Recipes
{
    /// <summary>Platform category.</summary>
    public static readonly HeadRecipe Topic = new("topic", TopicCorpus.Labels, 19, [1f, 1.2f, 0.4f, 0f])
    {
        NaiveBayesPower = 0.5f,
        Machines = [new(MachineKind.Logistic, 1e-6f, 12)],
    };

    /// <summary>Sentiment.</summary>
    public static readonly HeadRecipe Sentiment = new("sentiment", SentimentCorpus.Labels, 21, [1f, 0f, 0.4f, 0f])
    {
        NaiveBayesPower = 0.4f,
        Machines = [new(MachineKind.Logistic, 3e-6f, 15)],
    };

    /// <summary>Owner-facing function.</summary>
    public static readonly HeadRecipe Function = new("function", FunctionCorpus.Labels, 16, [1f, 1f, 0f, 0f])
    {
        MinimumTexts = 3,
        NaiveBayesPower = 0.5f,
        Machines = [new(MachineKind.Logistic, 3e-6f, 8)],
    };

    /// <summary>Urgency.</summary>
    public static readonly HeadRecipe Urgency = new("urgency", UrgencyJudge.Labels, 18, [1f, 0f, 0f, 1.5f])
    {
        MinimumTexts = 2,
        NaiveBayesPower = 0.3f,
        Machines = [new(MachineKind.Logistic, 3e-6f, 12)],
    };
}
