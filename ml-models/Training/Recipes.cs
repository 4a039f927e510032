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
        Machines = [new(MachineKind.Hinge, 1e-4f, 20)],
    };

    /// <summary>Sentiment.</summary>
    public static readonly HeadRecipe Sentiment = new("sentiment", SentimentCorpus.Labels, 21, [1f, 0f, 0.4f, 0f])
    {
        NaiveBayesPower = 0.4f,
        Machines = [new(MachineKind.Logistic, 1e-6f, 20)],
    };

    /// <summary>Owner-facing function.</summary>
    public static readonly HeadRecipe Function = new("function", FunctionCorpus.Labels, 16, [1f, 1f, 0f, 0f])
    {
        MinimumTexts = 3,
        NaiveBayesPower = 0.5f,
        Machines = [new(MachineKind.Hinge, 1e-4f, 20)],
    };

    /// <summary>Temperature of urgency, from a threefold cross-validation over the hand-written lines.</summary>
    public const float UrgencyTemperature = 1.75f;

    /// <summary>Urgency.</summary>
    public static readonly HeadRecipe Urgency = new("urgency", UrgencyJudge.Labels, 17, [1f, 0f, 0f, 1.5f])
    {
        MinimumTexts = 6,
        NaiveBayesPower = 0.5f,
        Machines = [new(MachineKind.Hinge, 1e-4f, 30)],
    };
}
