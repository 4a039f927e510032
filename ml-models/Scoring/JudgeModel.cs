using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SentimentWatch.Models.Features;
using SentimentWatch.Models.Heads;
using SentimentWatch.Models.Text;
using SentimentWatch.Models.Urgency;

namespace SentimentWatch.Models;

/// <summary>A loaded model. Thread-safe; load one and keep it.</summary>
public sealed class JudgeModel
{
    private const int TopCount = 3;
    private const int MostWords = 3;
    private const int WordReach = 120;
    private const int MostExplained = 8;
    private readonly ModelContent _model;
    private readonly HeadSpec _topic;
    private readonly HeadSpec _sentiment;
    private readonly HeadSpec _function;
    private readonly UrgencyJudge _urgency;
    private readonly JudgeThresholds _thresholds;
    private readonly ConcurrentBag<JudgeScratch> _pool = [];

    internal JudgeModel(ModelContent model, JudgeThresholds thresholds)
    {
        _model = model;
        _topic = model.Heads["topic"];
        _sentiment = model.Heads["sentiment"];
        _function = model.Heads["function"];
        _urgency = new UrgencyJudge(model, CueLexicon.Default);
        _thresholds = thresholds;
    }

    /// <summary>Version of the trained model, stored with every verdict.</summary>
    public string Version => _model.Version;

    /// <summary>Loads the model of a folder with the default thresholds.</summary>
    /// <exception cref="ModelFileException">The file is missing, damaged, or lacks a head.</exception>
    public static JudgeModel Load(string folder) => Load(folder, new JudgeThresholds());

    /// <summary>Loads the model of a folder.</summary>
    /// <exception cref="ModelFileException">The file is missing, damaged, or lacks a head.</exception>
    public static JudgeModel Load(string folder, JudgeThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(thresholds);
        var path = Path.Combine(folder, ModelFile.FileName);
        var model = ModelFile.Read(path);
        foreach (var name in ModelContent.Required)
        {
            if (!model.Heads.ContainsKey(name))
            {
                throw new ModelFileException($"The model file {path} has no {name} head; train it again with this version.");
            }
        }
        return new JudgeModel(model, thresholds);
    }

    /// <summary>Judges one record.</summary>
    public Judgement Judge(in JudgeInput input)
    {
        var scratch = Rent();
        try
        {
            return Judge(input, scratch);
        }
        finally
        {
            _pool.Add(scratch);
        }
    }

    /// <summary>Judges records in their order, on the calling thread.</summary>
    /// <exception cref="OperationCanceledException">Cancellation was asked for between two records.</exception>
    public Judgement[] JudgeBatch(IReadOnlyList<JudgeInput> inputs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var scratch = Rent();
        try
        {
            var judgements = new Judgement[inputs.Count];
            for (var i = 0; i < judgements.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                judgements[i] = Judge(inputs[i], scratch);
            }
            return judgements;
        }
        finally
        {
            _pool.Add(scratch);
        }
    }

    /// <summary>Names the words that spoke most for each part of a record's verdict, and where they stand.</summary>
    public JudgementExplanation Explain(in JudgeInput input)
    {
        var scratch = Rent();
        try
        {
            var judgement = Judge(input, scratch);
            var value = Norms.Mail(scratch.Features.Text.Length, scratch.Features.Title.Length).First;
            var mood = Norms.Mood(scratch.Features.Text.Length, scratch.Features.Edges.Length).First;
            return new JudgementExplanation(
                Explained(scratch, _topic, judgement.Topics[0].Label, value),
                Explained(scratch, _sentiment, judgement.Sentiment.Label, mood),
                Explained(scratch, _function, judgement.Functions[0].Label, value),
                judgement.Urgency.Why);
        }
        finally
        {
            _pool.Add(scratch);
        }
    }

    /// <summary>Probability of an emergency alone, 0 to 1: what intake asks before it chooses a lane.</summary>
    public float EmergencyProbability(in JudgeInput input)
    {
        var scratch = Rent();
        try
        {
            scratch.Text.Set(input.Title, input.Body);
            scratch.Features.Scan(scratch.Text.Units);
            return _urgency.Judge(scratch.Text, scratch.Features, scratch.Urgency).Emergency;
        }
        finally
        {
            _pool.Add(scratch);
        }
    }

    private JudgeScratch Rent() => _pool.TryTake(out var scratch) ? scratch : new JudgeScratch(_model.Vocabulary);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Judgement Judge(in JudgeInput input, JudgeScratch scratch)
    {
        var text = scratch.Text;
        var features = scratch.Features;
        text.Set(input.Title, input.Body);
        features.Scan(text.Units);
        features.Record(text, input.Channel);
        Span<float> whole = stackalloc float[WeightTable.Columns];
        Span<float> group = stackalloc float[WeightTable.Columns];
        _model.Weights.Sum(features.Text, whole);

        _model.Weights.SumEight(features.Edges, WeightTable.MailColumns, group);
        var sentiment = Sentiment(whole, group, Norms.Mood(features.Text.Length, features.Edges.Length));

        _model.Weights.Sum(features.Title, group);
        var mail = Norms.Mail(features.Text.Length, features.Title.Length);
        var topics = Top(_topic, whole, group, mail, out var topic);
        var functions = Top(_function, whole, group, mail, out _);

        var score = _urgency.Judge(text, features, scratch.Urgency);
        var review = text.Length > 0
            && (topics[0].Probability < _thresholds.ReviewTopic
                || MathF.Abs(score.Emergency - _thresholds.Emergency) <= _thresholds.ReviewMargin);
        return new Judgement(sentiment, topics, functions, Urgency(text, score, scratch.Urgency), review, Words(text, features, _topic.Column + topic));
    }

    private SentimentScores Sentiment(ReadOnlySpan<float> text, ReadOnlySpan<float> edges, Norms norms)
    {
        Span<float> columns = stackalloc float[WeightTable.Columns];
        Span<float> sentiments = stackalloc float[Mood.Sentiments];
        _sentiment.Scores(text, norms.First, edges, norms.Second, columns);
        Mood.Combine(columns, sentiments);
        Softmax.Apply(sentiments, _sentiment.Temperature);
        return new SentimentScores(sentiments[0], sentiments[1], sentiments[2]);
    }

    private UrgencyJudgement Urgency(FoldedText text, UrgencyJudge.Score score, UrgencyJudge.Scratch scratch)
    {
        var level = score.Emergency >= _thresholds.Emergency ? "emergency" : score.Urgent >= _thresholds.Urgent ? "urgent" : "routine";
        if (level == "routine")
        {
            return new UrgencyJudgement(level, score.Emergency, null, []);
        }
        var kind = UrgencyRules.Kind(scratch.Hits, score.Start, score.End, _urgency.Lexicon) ?? "other";
        return new UrgencyJudgement(level, score.Emergency, kind, Explanation.Cues(text, scratch.Hits, score.Start, score.End, kind, _urgency.Lexicon));
    }

    private string[] Words(FoldedText text, RecordFeatures features, int column)
    {
        Span<(float Weight, int Start, int Length)> strongest = stackalloc (float, int, int)[MostWords];
        var count = Explanation.Strongest(text, WordReach, features, _model.Weights, column, 2, strongest);
        var words = new string[count];
        for (var i = 0; i < count; i++)
        {
            words[i] = text.Original(strongest[i].Start, strongest[i].Start + strongest[i].Length);
        }
        return words;
    }

    private ExplainedWord[] Explained(JudgeScratch scratch, HeadSpec head, string label, float value)
    {
        var index = Array.IndexOf(head.Labels, label);
        Span<(float Weight, int Start, int Length)> strongest = stackalloc (float, int, int)[MostExplained];
        var count = Explanation.Strongest(scratch.Text, int.MaxValue, scratch.Features, _model.Weights, head.Column + index, 1, strongest);
        var words = new ExplainedWord[count];
        for (var i = 0; i < count; i++)
        {
            var (weight, start, length) = strongest[i];
            var (inTitle, from, characters) = scratch.Text.Locate(start, start + length);
            words[i] = new ExplainedWord(scratch.Text.Original(start, start + length), inTitle, from, characters, weight / length * value * head.Scales[index]);
        }
        return words;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static LabelScore[] Top(HeadSpec head, ReadOnlySpan<float> text, ReadOnlySpan<float> title, Norms norms, out int best)
    {
        Span<float> probabilities = stackalloc float[WeightTable.Columns];
        probabilities = probabilities[..head.Labels.Length];
        head.Scores(text, norms.First, title, norms.Second, probabilities);
        Softmax.Apply(probabilities, head.Temperature);
        var top = new LabelScore[Math.Min(TopCount, probabilities.Length)];
        best = -1;
        for (var i = 0; i < top.Length; i++)
        {
            var next = 0;
            for (var c = 1; c < probabilities.Length; c++)
            {
                if (probabilities[c] > probabilities[next])
                {
                    next = c;
                }
            }
            best = best < 0 ? next : best;
            top[i] = new LabelScore(head.Labels[next], probabilities[next]);
            probabilities[next] = -1;
        }
        return top;
    }
}
