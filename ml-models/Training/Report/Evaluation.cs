using System.Diagnostics;
using SentimentWatch.Models;
using SentimentWatch.Models.Urgency;
using SentimentWatch.Training.Corpus;
using SentimentWatch.Training.Urgency;

namespace SentimentWatch.Training.Report;

/// <summary>Measures a model as a caller uses it, on texts it was not trained on.</summary>
internal sealed class Evaluation
{
    private Evaluation(JudgeModel model) => Version = model.Version;

    public string Version { get; }

    public HeadReport Topic { get; } = new(TopicCorpus.Labels);

    public HeadReport TopicNonNear { get; } = new(TopicCorpus.Labels);

    public HeadReport TopicTitleOnly { get; } = new(TopicCorpus.Labels);

    public HeadReport Sentiment { get; } = new(SentimentCorpus.Labels);

    /// <summary>Parts of the topic test.</summary>
    public IReadOnlyList<(string Name, HeadReport Report)> TopicSlices { get; } = [.. Slices.Topic.Select(s => (s.Name, new HeadReport(TopicCorpus.Labels)))];

    /// <summary>Parts of the sentiment test and of own texts kept apart.</summary>
    public IReadOnlyList<(string Name, HeadReport Report)> SentimentSlices { get; } = [.. Slices.Sentiment.Select(s => (s.Name, new HeadReport(SentimentCorpus.Labels)))];

    /// <summary>Share of answered messages whose function came first, cross-validated; 0 when not measured.</summary>
    public double FunctionTop1 { get; private set; }

    /// <summary>Share of answered messages whose function was among the first three, cross-validated.</summary>
    public double FunctionTop3 { get; private set; }

    /// <summary>Number of answered messages whose department could be read.</summary>
    public int FunctionCount { get; private set; }

    public HeadReport Urgency { get; } = new(UrgencyJudge.Labels);

    /// <summary>Urgency on its own lines, cross-validated; null when not measured.</summary>
    public UrgencyFolds? UrgencyFolds { get; private set; }

    /// <summary>The urgency test lines with their answers.</summary>
    public List<(UrgencyExample Line, UrgencyJudgement Answer)> UrgencyAnswers { get; } = [];

    /// <summary>Messages of the stream called an emergency, and urgent.</summary>
    public List<(string Title, UrgencyJudgement Answer)> StreamAlarms { get; } = [];

    public int StreamUrgent { get; private set; }

    public int StreamCount { get; private set; }

    public double ReviewShare { get; private set; }

    public double RecordsPerSecond { get; private set; }

    /// <summary>Measures everything.</summary>
    public static Evaluation Of(JudgeModel model, string data, CancellationToken cancellationToken)
    {
        var evaluation = new Evaluation(model);
        evaluation.Topics(model, data, cancellationToken);
        evaluation.Sentiments(model, data, cancellationToken);
        evaluation.Urgencies(model);
        evaluation.Stream(model, data, cancellationToken);
        return evaluation;
    }

    /// <summary>Takes over what only the training could measure: the function head, cross-validated on answered messages.</summary>
    public void Take(Trainer trainer)
    {
        (FunctionTop1, FunctionTop3, FunctionCount) = (trainer.FunctionTop1, trainer.FunctionTop3, trainer.FunctionCount);
        UrgencyFolds = trainer.UrgencyFolds;
    }

    /// <summary>In what this model is worse than another beyond chance, in words; null when in nothing.</summary>
    public string? WorseThan(Evaluation other)
    {
        // Half a point of accuracy is within the noise of these test sets.
        const double noise = 0.005;
        foreach (var (name, mine, theirs) in new[]
        {
            ("topic accuracy", Topic.Accuracy, other.Topic.Accuracy),
            ("sentiment accuracy", Sentiment.Accuracy, other.Sentiment.Accuracy),
            ("emergency recall", Urgency.Recall(2), other.Urgency.Recall(2)),
            ("emergency precision", Urgency.Precision(2), other.Urgency.Precision(2) - (3 * noise)),
        })
        {
            if (mine < theirs - noise)
            {
                return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} {mine:F4} against {theirs:F4}");
            }
        }
        return null;
    }

    private void Topics(JudgeModel model, string data, CancellationToken cancellationToken)
    {
        var test = TopicCorpus.Split(data, "test");
        var nonNear = TopicCorpus.NonNearIds(data);
        var clock = Stopwatch.StartNew();
        var answers = model.JudgeBatch([.. test.Select(s => s.Input)], cancellationToken);
        RecordsPerSecond = test.Count / clock.Elapsed.TotalSeconds;
        for (var i = 0; i < test.Count; i++)
        {
            AddTopic(Topic, test[i], answers[i]);
            var best = answers[i].Topics[0];
            AddSlices(Slices.Topic, TopicSlices, test[i], Array.IndexOf(TopicCorpus.Labels, best.Label), best.Probability);
            if (nonNear.Contains(test[i].Id))
            {
                AddTopic(TopicNonNear, test[i], answers[i]);
            }
            AddTopic(TopicTitleOnly, test[i], model.Judge(new JudgeInput(test[i].Input.Title, "", "minsheng")));
        }
    }

    private static void AddTopic(HeadReport report, Sample sample, Judgement answer) =>
        report.Add(sample.Label, Array.IndexOf(TopicCorpus.Labels, answer.Topics[0].Label), answer.Topics[0].Probability);

    private void Sentiments(JudgeModel model, string data, CancellationToken cancellationToken)
    {
        List<Sample> test = [.. SentimentCorpus.Split(data, "test"), .. SentimentCorpus.OwnTest()];
        var answers = model.JudgeBatch([.. test.Select(s => s.Input)], cancellationToken);
        for (var i = 0; i < test.Count; i++)
        {
            var scores = answers[i].Sentiment;
            var answer = Array.IndexOf(SentimentCorpus.Labels, scores.Label);
            var confidence = Math.Max(scores.Negative, Math.Max(scores.Neutral, scores.Positive));
            if (test[i].Id != "own")
            {
                Sentiment.Add(test[i].Label, answer, confidence);
            }
            AddSlices(Slices.Sentiment, SentimentSlices, test[i], answer, confidence);
        }
    }

    private static void AddSlices(
        (string Name, Func<Sample, bool> Holds)[] slices, IReadOnlyList<(string Name, HeadReport Report)> reports, Sample sample, int answer, float confidence)
    {
        for (var i = 0; i < slices.Length; i++)
        {
            if (slices[i].Holds(sample))
            {
                reports[i].Report.Add(sample.Label, answer, confidence);
            }
        }
    }

    private void Urgencies(JudgeModel model)
    {
        foreach (var line in UrgencyCorpus.Test())
        {
            var answer = model.Judge(new JudgeInput(null, line.Text, "hotline")).Urgency;
            Urgency.Add(line.Level, Array.IndexOf(UrgencyJudge.Labels, answer.Level), answer.Probability);
            UrgencyAnswers.Add((line, answer));
        }
    }

    private void Stream(JudgeModel model, string data, CancellationToken cancellationToken)
    {
        var rows = CsvTable.Read(Path.Combine(data, "stream", "messages_2019h1.csv"));
        var answers = model.JudgeBatch([.. rows.Select(r => new JudgeInput(r["title"], r["detail"], "minsheng"))], cancellationToken);
        StreamCount = rows.Count;
        for (var i = 0; i < rows.Count; i++)
        {
            StreamUrgent += answers[i].Urgency.Level == "urgent" ? 1 : 0;
            if (answers[i].Urgency.Level == "emergency")
            {
                StreamAlarms.Add((rows[i]["title"], answers[i].Urgency));
            }
        }
        ReviewShare = answers.Count(a => a.NeedsReview) / (double)Math.Max(1, answers.Length);
    }
}
