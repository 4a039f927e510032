using SentimentWatch.Training.Corpus;
using SentimentWatch.Training.Urgency;

namespace SentimentWatch.Training;

/// <summary>All texts that the heads learn from, read once. The test splits are not among them.</summary>
internal sealed class Corpora
{
    private const float WeakReply = 0.3f;
    private const float WeakSentiment = 0.25f;
    private const float OwnSentiment = 1f;
    private const float OwnFunction = 2f;
    private const float ReplyFunction = 2f;

    /// <summary>Reads the data folder and the project's own files, and adds what persons decided.</summary>
    public Corpora(string data, int seed, Reviews reviews)
    {
        var functions = new FunctionCorpus();
        Replies = functions.ByReplies(data);
        var train = TopicCorpus.Split(data, "train");
        var titles = TopicCorpus.ExtraTitles(data);
        var civic = TopicCorpus.CivicReplies(Replies).ConvertAll(s => s with { Weight = WeakReply });
        var own = TopicCorpus.OwnCivic();
        Topic = [.. train, .. TopicCorpus.TitlesOf(train), .. titles, .. civic, .. own, .. reviews.Topics()];
        TopicValid = TopicCorpus.Split(data, "valid");

        var microblogs = SentimentCorpus.Split(data, "train");
        var weak = CivicSentiment.FromTopics(train, WeakSentiment);
        var ownSentiment = SentimentCorpus.Own(byMood: false).ConvertAll(s => s with { Weight = OwnSentiment });
        Sentiment = [.. microblogs, .. ownSentiment, .. weak, .. reviews.Sentiments()];
        Moods =
        [
            .. SentimentCorpus.SplitByMood(data, "train"),
            .. SentimentCorpus.Own(byMood: true).ConvertAll(s => s with { Weight = OwnSentiment }),
            .. weak.ConvertAll(s => s with { Label = SentimentCorpus.MoodOf(s.Label) }),
            .. reviews.Sentiments().ConvertAll(s => s with { Label = SentimentCorpus.MoodOf(s.Label) }),
        ];
        SentimentValid = SentimentCorpus.Split(data, "valid");

        var ruled = functions.ByRules([.. train.Select(s => s with { Weight = 0.6f }), .. titles.Select(s => s with { Weight = 0.5f })]);
        var ownFunction = FunctionCorpus.Own(OwnFunction);
        FunctionBase = [.. ruled, .. ownFunction, .. reviews.Functions()];
        Replies = Replies.ConvertAll(s => s with { Weight = ReplyFunction });

        UrgencyLines = UrgencyCorpus.HandWritten();
        var composed = UrgencyCorpus.Compose(UrgencyLines, seed);
        UrgencyOrdinary = [.. UrgencyCorpus.FromData(data), .. reviews.Urgencies()];
        Urgency = [.. composed, .. UrgencyOrdinary];

        Counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["topic: messages, also by their titles alone"] = train.Count + TopicValid.Count,
            ["topic: extra titles"] = titles.Count,
            ["topic: answered messages of a unit outside the seven categories"] = civic.Count,
            ["topic: own records of the civic categories"] = own.Count,
            ["sentiment: microblogs"] = microblogs.Count,
            ["sentiment: own texts"] = ownSentiment.Count,
            ["sentiment: citizens' messages by wording of the title"] = weak.Count,
            ["function: answered messages with a readable unit"] = Replies.Count,
            ["function: messages by keyword rules"] = ruled.Count,
            ["function: own texts"] = ownFunction.Count,
            ["urgency: hand-written lines"] = UrgencyLines.Count,
            ["urgency: hand-written lines dressed in the channels' registers, and composed texts"] = composed.Count,
            ["reviews by persons, for the heads whose labels they name"] = reviews.Count,
            ["urgency: ordinary mail, microblogs and news"] = UrgencyOrdinary.Count - reviews.Urgencies().Count,
        };
    }

    public List<Sample> Topic { get; }

    public List<Sample> TopicValid { get; }

    public List<Sample> Sentiment { get; }

    public List<Sample> SentimentValid { get; }

    /// <summary>The texts of <see cref="Sentiment"/> with moods.</summary>
    public List<Sample> Moods { get; }

    /// <summary>Function: everything but the answered messages.</summary>
    public List<Sample> FunctionBase { get; }

    /// <summary>Answered messages by the department that answered.</summary>
    public List<Sample> Replies { get; }

    public List<UrgencyExample> Urgency { get; }

    /// <summary>The hand-written lines alone, undressed.</summary>
    public List<UrgencyExample> UrgencyLines { get; }

    /// <summary>What is not composed from hand-written lines.</summary>
    public List<UrgencyExample> UrgencyOrdinary { get; }

    /// <summary>How many texts each part gave, for the model card.</summary>
    public Dictionary<string, int> Counts { get; }
}
