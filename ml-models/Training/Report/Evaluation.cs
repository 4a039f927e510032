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

    public HeadReport SentimentUsual { get; } = new(SentimentCorpus.Labels);

    public HeadReport SentimentVirus { get; } = new(SentimentCorpus.Labels);

    public HeadReport Urgency { get; } = new(UrgencyJudge.Labels);

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
        var test = SentimentCorpus.Split(data, "test");
        var answers = model.JudgeBatch([.. test.Select(s => s.Input)], cancellationToken);
        for (var i = 0; i < test.Count; i++)
        {
            var scores = answers[i].Sentiment;
            var answer = Array.IndexOf(SentimentCorpus.Labels, scores.Label);
            var confidence = Math.Max(scores.Negative, Math.Max(scores.Neutral, scores.Positive));
            Sentiment.Add(test[i].Label, answer, confidence);
            (test[i].Id.StartsWith("usual", StringComparison.Ordinal) ? SentimentUsual : SentimentVirus).Add(test[i].Label, answer, confidence);
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
