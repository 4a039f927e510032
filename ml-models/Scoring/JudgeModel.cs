using System.Collections.Concurrent;
using SentimentWatch.Models.Features;
using SentimentWatch.Models.Heads;
using SentimentWatch.Models.Text;
using SentimentWatch.Models.Urgency;

namespace SentimentWatch.Models;

/// <summary>A loaded model. Thread-safe; load one and keep it.</summary>
public sealed class JudgeModel
{
    private const int TopCount = 3;
    private readonly LinearHead _topic;
    private readonly LinearHead _sentiment;
    private readonly LinearHead _function;
    private readonly UrgencyJudge _urgency;
    private readonly JudgeThresholds _thresholds;
    private readonly ConcurrentBag<Scratch> _pool = [];

    internal JudgeModel(string version, IReadOnlyDictionary<string, LinearHead> heads, JudgeThresholds thresholds)
    {
        Version = version;
        _topic = heads["topic"];
        _sentiment = heads["sentiment"];
        _function = heads["function"];
        _urgency = new UrgencyJudge(heads["urgency"], CueLexicon.Default);
        _thresholds = thresholds;
    }

    /// <summary>Version of the trained model, stored with every verdict.</summary>
    public string Version { get; }

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
        var (version, heads) = ModelFile.Read(path);
        foreach (var name in (ReadOnlySpan<string>)["topic", "sentiment", "function", "urgency"])
        {
            if (!heads.ContainsKey(name))
            {
                throw new ModelFileException($"The model file {path} has no {name} head; train it again with this version.");
            }
        }
        return new JudgeModel(version, heads, thresholds);
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

    /// <summary>Probability of an emergency alone, 0 to 1: what intake asks before it chooses a lane.</summary>
    public float EmergencyProbability(in JudgeInput input)
    {
        var scratch = Rent();
        try
        {
            scratch.Text.Set(input.Title, input.Body);
            return _urgency.Judge(scratch.Text, scratch.Urgency).Emergency;
        }
        finally
        {
            _pool.Add(scratch);
        }
    }

    private Scratch Rent() => _pool.TryTake(out var scratch) ? scratch : new Scratch();

    private Judgement Judge(in JudgeInput input, Scratch scratch)
    {
        var text = scratch.Text;
        text.Set(input.Title, input.Body);
        Featurizer.Record(text, input.Channel, scratch.Bag);
        Span<float> sentiment = stackalloc float[3];
        _sentiment.Score(scratch.Bag, sentiment);
        var topics = Top(_topic, scratch.Bag);
        var functions = Top(_function, scratch.Bag);
        var score = _urgency.Judge(text, scratch.Urgency);
        var urgency = Urgency(text, score, scratch.Urgency);
        var review = text.Length > 0
            && (topics[0].Probability < _thresholds.ReviewTopic
                || MathF.Abs(score.Emergency - _thresholds.Emergency) <= _thresholds.ReviewMargin);
        return new Judgement(
            new SentimentScores(sentiment[0], sentiment[1], sentiment[2]), topics, functions, urgency, review,
            Explanation.Words(text, _topic, topics[0].Label));
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

    private static LabelScore[] Top(LinearHead head, FeatureBag bag)
    {
        Span<float> probabilities = stackalloc float[head.Spec.Labels.Length];
        head.Score(bag, probabilities);
        var top = new LabelScore[Math.Min(TopCount, probabilities.Length)];
        for (var i = 0; i < top.Length; i++)
        {
            var best = 0;
            for (var c = 1; c < probabilities.Length; c++)
            {
                if (probabilities[c] > probabilities[best])
                {
                    best = c;
                }
            }
            top[i] = new LabelScore(head.Spec.Labels[best], probabilities[best]);
            probabilities[best] = -1;
        }
        return top;
    }

    private sealed class Scratch
    {
        public FoldedText Text { get; } = new();

        public FeatureBag Bag { get; } = new();

        public UrgencyJudge.Scratch Urgency { get; } = new();
    }
}
