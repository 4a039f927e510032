using SentimentWatch.Models.Heads;
using SentimentWatch.Models.Urgency;
using SentimentWatch.Training.Corpus;
using SentimentWatch.Training.Heads;

namespace SentimentWatch.Training;

/// <summary>The recipes of the heads, chosen on the valid splits.</summary>
internal static class Recipes
{
    /// <summary>Platform category.</summary>
    public static readonly HeadRecipe Topic = new("topic", TopicCorpus.Labels)
    {
        Machines = [new(MachineKind.SquaredHinge, 1e-4f, 25)],
    };

    /// <summary>Three sentiments.</summary>
    public static readonly HeadRecipe Sentiment = new("sentiment", Mood.Labels[..Mood.Sentiments])
    {
        Machines = [new(MachineKind.SquaredHinge, 4e-5f, 20)],
    };

    /// <summary>Five moods; their columns stand behind those of the sentiments.</summary>
    public static readonly HeadRecipe Moods = new("mood", Mood.Labels[Mood.Sentiments..])
    {
        Machines = [new(MachineKind.SquaredHinge, 4e-5f, 20)],
    };

    /// <summary>Owner-facing function.</summary>
    public static readonly HeadRecipe Function = new("function", FunctionCorpus.Labels)
    {
        Machines = [new(MachineKind.SquaredHinge, 1e-4f, 25)],
    };

    /// <summary>Urgency.</summary>
    public static readonly HeadRecipe Urgency = new("urgency", UrgencyJudge.Labels)
    {
        MinimumTexts = 4,
        Machines = [new(MachineKind.SquaredHinge, 1e-4f, 25)],
    };
}
