using SentimentWatch.Models.Heads;
using SentimentWatch.Training.Corpus;
using SentimentWatch.Training.Heads;
using SentimentWatch.Training.Urgency;

namespace SentimentWatch.Training;

/// <summary>Trains the four heads from a data folder and the project's own data files.</summary>
internal sealed class Trainer(string data, int seed, Action<string> report, Action step, CancellationToken cancellationToken)
{
    // The valid split holds no 其他; at most this share of it may be taken for it.
    private const double MostFalseOther = 0.012;

    /// <summary>How many texts each part of the training data gave, for the model card.</summary>
    public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Trains one head; it comes back quantized and calibrated.</summary>
    public LinearHead Train(string head) => head switch
    {
        "topic" => Topic(),
        "sentiment" => Sentiment(),
        "function" => Function(),
        "urgency" => Urgency(),
        _ => throw new TrainingException($"There is no head {head}; the heads are topic, sentiment, function and urgency."),
    };

    private LinearHead Topic()
    {
        var (train, titles, replies, own) = TopicParts(data);
        Count("topic: train", train.Count);
        Count("topic: extra titles", titles.Count);
        Count("topic: answered messages of a unit outside the seven categories", replies.Count);
        Count("topic: own sentences for 其他", own.Count);
        var rows = SparseSet.OfRecords([.. train, .. titles, .. replies, .. own], Recipes.Topic);
        return Finish(Recipes.Topic, rows, SparseSet.OfRecords(TopicCorpus.Split(data, "valid"), Recipes.Topic));
    }

    /// <summary>All topic samples.</summary>
    internal static List<Sample> TopicSamples(string data)
    {
        var (train, titles, replies, own) = TopicParts(data);
        return [.. train, .. titles, .. replies, .. own];
    }

    private static (List<Sample> Train, List<Sample> Titles, List<Sample> Replies, List<Sample> Own) TopicParts(string data)
    {
        var train = TopicCorpus.Split(data, "train");
        var titles = TopicCorpus.ExtraTitles(data).ConvertAll(s => s with { Weight = 0.5f });
        var outside = FunctionCorpus.OutsidePlatform.Select(c => Array.IndexOf(FunctionCorpus.Labels, c)).ToHashSet();
        var replies = new FunctionCorpus().ByReplies(data).Where(s => outside.Contains(s.Label))
            .Select(s => s with { Label = TopicCorpus.Other, Weight = 0.3f }).ToList();
        var own = OwnData.Lines("other-topic.txt").ConvertAll(t => new Sample("own", new(null, t, "minsheng"), TopicCorpus.Other));
        own.AddRange(FunctionCorpus.Own(0.5f).Where(s => outside.Contains(s.Label)).Select(s => s with { Label = TopicCorpus.Other }));
        return (train, titles, replies, own);
    }

    private LinearHead Sentiment()
    {
        var train = SentimentCorpus.Split(data, "train");
        var own = OwnData.Fields("sentiment-civic.tsv").SelectMany(f => f[1].Split('|').Select(t =>
            new Sample("own", new(null, t, "hotline"), Array.IndexOf(SentimentCorpus.Labels, f[0]), 2f))).ToList();
        var weak = CivicSentiment.FromTopics(TopicCorpus.Split(data, "train"));
        Count("sentiment: train", train.Count);
        Count("sentiment: own civic sentences", own.Count);
        Count("sentiment: citizens' messages by wording of the title", weak.Count);
        var rows = SparseSet.OfRecords([.. train, .. own, .. weak], Recipes.Sentiment);
        return Finish(Recipes.Sentiment, rows, SparseSet.OfRecords(SentimentCorpus.Split(data, "valid"), Recipes.Sentiment));
    }

    private LinearHead Function()
    {
        var corpus = new FunctionCorpus();
        var replies = corpus.ByReplies(data);
        var weak = corpus.ByRules([.. TopicCorpus.Split(data, "train").Select(s => s with { Weight = 0.6f }), .. TopicCorpus.ExtraTitles(data)]);
        var own = FunctionCorpus.Own(3f);
        Count("function: answered messages with a readable unit", replies.Count);
        Count("function: messages by keyword rules", weak.Count);
        Count("function: own sentences", own.Count);
        var valid = replies.Where((_, i) => i % 5 == 0).ToList();
        replies = [.. replies.Where((_, i) => i % 5 != 0)];
        var rows = SparseSet.OfRecords([.. replies, .. weak, .. own], Recipes.Function);
        return Finish(Recipes.Function, rows, SparseSet.OfRecords(valid, Recipes.Function));
    }

    private LinearHead Urgency()
    {
        var mail = UrgencyCorpus.FromData(data);
        var lines = UrgencyCorpus.HandWritten();
        Count("urgency: hand-written lines", lines.Count);
        Count("urgency: ordinary mail, microblogs and news", mail.Count);
        var composed = UrgencyCorpus.Compose(lines, seed);
        Count("urgency: composed and dressed texts", composed.Count);
        report("urgency");
        return HeadTrainer.Train(Recipes.Urgency, UrgencyRows.Of([.. composed, .. mail], Recipes.Urgency), seed, step, cancellationToken)
            .Quantize(Recipes.UrgencyTemperature);
    }

    private LinearHead Finish(HeadRecipe recipe, SparseRow[] rows, SparseRow[] valid)
    {
        report(recipe.Name);
        var head = HeadTrainer.Train(recipe, rows, seed, step, cancellationToken);
        if (recipe.Name == "topic")
        {
            Calibration.LowerPrior(head, valid, TopicCorpus.Other, MostFalseOther);
        }
        report($"{recipe.Name}: valid accuracy {Accuracy(head, valid):F4}, train {Accuracy(head, rows):F4}");
        return head.Quantize(Calibration.Temperature(head, valid));
    }

    private static double Accuracy(FloatHead head, SparseRow[] rows) =>
        rows.Count(r => head.Scores(r) is var s && Array.IndexOf(s, s.Max()) == r.Label) / (double)rows.Length;

    private void Count(string part, int count) => Counts[part] = count;
}
