using SentimentWatch.Models.Features;
using SentimentWatch.Training.Corpus;
using SentimentWatch.Training.Heads;

namespace SentimentWatch.Models.Tests.Features;

/// <summary>Small vocabularies of a few texts.</summary>
internal static class TestVocabulary
{
    /// <summary>Every feature of the texts.</summary>
    public static Vocabulary Of(params (string? Title, string Body)[] texts)
    {
        var builder = new VocabularyBuilder();
        var samples = texts.Select(t => new Sample("t", new JudgeInput(t.Title, t.Body, "hotline"), 0)).ToList();
        builder.AddMail(samples, 1);
        builder.AddMood(samples, 1);
        builder.AddCues();
        return builder.Build();
    }
}
