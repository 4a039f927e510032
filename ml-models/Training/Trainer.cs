using SentimentWatch.Models.Features;
using SentimentWatch.Models.Heads;
using SentimentWatch.Training.Corpus;
using SentimentWatch.Training.Heads;
using SentimentWatch.Training.Urgency;

namespace SentimentWatch.Training;

/// <summary>
/// Trains the heads. Temperatures are chosen on texts kept apart; topic is then trained once more with its valid split.
/// </summary>
internal sealed class Trainer(Corpora corpora, int seed, Action<string> report, Action step, CancellationToken cancellationToken)
{
    /// <summary>Number of columns of the heads, in the order of the table.</summary>
    public static readonly (string Name, int Column)[] Columns = [("topic", 0), ("function", 13), ("urgency", 43), ("sentiment", WeightTable.MailColumns)];

    // The valid split holds none of the civic categories; at most this share of it may be taken for one.
    private const double MostFalseCivic = 0.008;
    private const int Folds = 3;

    /// <summary>The vocabulary of all corpora.</summary>
    public Vocabulary Vocabulary()
    {
        report("vocabulary");
        var builder = new VocabularyBuilder();
        builder.AddMail([.. corpora.Topic, .. corpora.TopicValid, .. TopicCorpus.TitlesOf(corpora.TopicValid)], 8);
        builder.AddMail([.. corpora.FunctionBase, .. corpora.Replies], 8);
        builder.AddMood([.. corpora.Sentiment, .. corpora.SentimentValid], 3);
        builder.AddMail(corpora.Urgency.Select(u => new Sample(u.Source, new(null, u.Text, "hotline"), 0)), 8);
        builder.AddCues();
        return builder.Build();
    }

    /// <summary>Trains one head.</summary>
    public TableMaker.Part Train(string head, Vocabulary vocabulary)
    {
        var rows = new RowMaker(vocabulary);
        var column = Columns.First(c => c.Name == head).Column;
        var (trained, temperature) = head switch
        {
            "topic" => Topic(rows),
            "sentiment" => Sentiment(rows),
            "function" => Function(rows),
            "urgency" => Urgency(rows),
            _ => throw new TrainingException($"There is no head {head}; the heads are topic, sentiment, function and urgency."),
        };
        return new TableMaker.Part(trained, column, temperature);

        (FloatHead, float) Topic(RowMaker maker)
        {
            var train = maker.Mail(corpora.Topic);
            var valid = maker.Mail(corpora.TopicValid);
            var first = Fit(Recipes.Topic, train);
            var scores = valid.Select(r => (Scores: first.Scores(r), r.Label)).ToList();
            var handicap = Calibration.Handicap(scores.Select(s => s.Scores), TopicCorpus.Platform, MostFalseCivic);
            Lower(scores.Select(s => s.Scores), handicap);
            Tell("topic", scores);
            var final = Fit(Recipes.Topic, [.. train, .. valid, .. maker.Mail(TopicCorpus.TitlesOf(corpora.TopicValid))]);
            Lower([final.Biases], handicap);
            return (final, Calibration.Temperature(scores));
        }

        (FloatHead, float) Sentiment(RowMaker maker)
        {
            var (train, moods) = (maker.Mood(corpora.Sentiment), maker.Mood(corpora.Moods));
            var valid = maker.Mood(corpora.SentimentValid);
            var head = Joined(Fit(Recipes.Sentiment, train), Fit(Recipes.Moods, moods));
            var scores = valid.Select(r =>
            {
                var sentiments = new float[Mood.Sentiments];
                Mood.Combine(head.Scores(r), sentiments);
                return (sentiments, r.Label);
            }).ToList();
            Tell("sentiment", scores);
            return (head, Calibration.Temperature(scores));
        }

        (FloatHead, float) Function(RowMaker maker)
        {
            var (known, replies) = (maker.Mail(corpora.FunctionBase), maker.Mail(corpora.Replies));
            var scores = new List<(float[] Scores, int Label)>();
            for (var fold = 0; fold < Folds; fold++)
            {
                var own = Fit(Recipes.Function, [.. known, .. replies.Where((_, i) => i % Folds != fold)]);
                scores.AddRange(replies.Where((_, i) => i % Folds == fold).Select(r => (own.Scores(r), r.Label)));
            }
            Tell("function", scores);
            FunctionTop3 = scores.Count(s => s.Scores.Count(x => x > s.Scores[s.Label]) < 3) / (double)scores.Count;
            FunctionTop1 = Accuracy(scores);
            FunctionCount = scores.Count;
            return (Fit(Recipes.Function, [.. known, .. replies]), Calibration.Temperature(scores));
        }

        (FloatHead, float) Urgency(RowMaker maker)
        {
            UrgencyFolds = UrgencyFolds.Run(corpora, maker, seed, r => Fit(Recipes.Urgency, r));
            return (Fit(Recipes.Urgency, maker.Windows(corpora.Urgency)), UrgencyFolds.Temperature);
        }

        FloatHead Fit(HeadRecipe recipe, SparseRow[] samples)
        {
            report(recipe.Name);
            return HeadTrainer.Train(recipe, samples, vocabulary.Count, seed, step, cancellationToken);
        }
    }

    /// <summary>How urgency did on its own lines, cross-validated; null before the head is trained.</summary>
    public UrgencyFolds? UrgencyFolds { get; private set; }

    /// <summary>Share of answered messages whose function came first, cross-validated; 0 before the head is trained.</summary>
    public double FunctionTop1 { get; private set; }

    /// <summary>Share of answered messages whose function was among the first three, cross-validated.</summary>
    public double FunctionTop3 { get; private set; }

    /// <summary>Number of answered messages whose department could be read.</summary>
    public int FunctionCount { get; private set; }

    private void Tell(string head, List<(float[] Scores, int Label)> scores) =>
        report($"{head}: accuracy on texts kept apart {Accuracy(scores):F4}");

    private static double Accuracy(List<(float[] Scores, int Label)> scores) =>
        scores.Count(s => Array.IndexOf(s.Scores, s.Scores.Max()) == s.Label) / (double)scores.Count;

    private static void Lower(IEnumerable<float[]> scores, float handicap)
    {
        foreach (var row in scores)
        {
            for (var c = TopicCorpus.Platform; c < row.Length; c++)
            {
                row[c] -= handicap;
            }
        }
    }

    private static FloatHead Joined(FloatHead sentiments, FloatHead moods) => new(
        sentiments.Recipe with { Labels = Mood.Labels }, [.. sentiments.Weights, .. moods.Weights], [.. sentiments.Biases, .. moods.Biases]);
}
