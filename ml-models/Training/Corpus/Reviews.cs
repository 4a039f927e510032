using System.Text.Json;
using System.Text.Json.Serialization;
using SentimentWatch.Models;
using SentimentWatch.Models.Urgency;
using SentimentWatch.Training.Urgency;

namespace SentimentWatch.Training.Corpus;

/// <summary>What persons decided about doubtful records, as the product's <c>reviews</c> verb writes it: NDJSON of masked texts.</summary>
internal sealed class Reviews
{
    // A person looked at exactly this text: it counts more than one row of a contest.
    private const float Weight = 3f;

    private readonly List<Review> _reviews = [];

    /// <summary>Reads a file; an absent name gives no reviews.</summary>
    /// <exception cref="TrainingException">The file is missing, or a line is not a review.</exception>
    public Reviews(string? path)
    {
        if (path is null)
        {
            return;
        }
        if (!File.Exists(path))
        {
            throw new TrainingException($"The reviews file {path} does not exist; write it with: sentimentwatch reviews --from D --to D --out {path}.");
        }
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0)
            {
                _reviews.Add(Read(line, path, number));
            }
        }
    }

    /// <summary>Number of reviews.</summary>
    public int Count => _reviews.Count;

    /// <summary>Reviews that name a topic.</summary>
    public List<Sample> Topics() => Labelled(r => r.Topic, TopicCorpus.Labels, "topic");

    /// <summary>Reviews that name a sentiment.</summary>
    public List<Sample> Sentiments() => Labelled(r => r.Sentiment, SentimentCorpus.Labels, "sentiment");

    /// <summary>Reviews that name a function.</summary>
    public List<Sample> Functions() => Labelled(r => r.Function, FunctionCorpus.Labels, "function");

    /// <summary>Reviews that name an urgency.</summary>
    public List<UrgencyExample> Urgencies() =>
        [.. Labelled(r => r.Urgency, UrgencyJudge.Labels, "urgency").Select(s => new UrgencyExample(s.Label, "review", s.Input.Body, "review", Weight) { Title = s.Input.Title })];

    private List<Sample> Labelled(Func<Review, string?> label, string[] labels, string what) =>
        [.. _reviews.Where(r => label(r) is not null).Select(r => new Sample("review", new JudgeInput(r.Title, r.Body, r.Channel), Index(label(r)!, labels, what), Weight))];

    private static int Index(string label, string[] labels, string what) => Array.IndexOf(labels, label) is >= 0 and var index
        ? index
        : throw new TrainingException($"A review names the {what} {label}, which the model does not know; correct the review or leave it null.");

    private static Review Read(string line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ReviewsJson.Default.Review) ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new TrainingException($"Line {number} of {path} is not a review (channel, body and labels as JSON); write the file again with the reviews verb.", e);
        }
    }
}

/// <summary>One decided review. A label that is null was neither confirmed nor corrected.</summary>
internal sealed record Review
{
    public required string Channel { get; init; }

    public string? Title { get; init; }

    public required string Body { get; init; }

    public string? Topic { get; init; }

    public string? Sentiment { get; init; }

    public string? Urgency { get; init; }

    public string? Function { get; init; }
}

/// <summary>Source-generated reading of reviews.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Review))]
internal sealed partial class ReviewsJson : JsonSerializerContext;
