using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Benchmarks.Events.Fitting;

/// <summary>Makes pairs of records that may be linked, each with whether the two speak of one matter.</summary>
internal sealed class PairMaker(SketchTables tables)
{
    // Texts made from patterns repeat themselves: few of their pairs teach what there is to learn.
    private const int OneInPatterned = 16;
    private const int OneInPatternedApart = 2;

    private const float WeightOfTold = 0.5f;
    private const float WeightOfPatterned = 0.15f;
    private const float WeightOfPatternedApart = 0.35f;

    private readonly List<Labelled> _records = [];
    private readonly Sketcher _sketcher = new(tables);

    /// <summary>Adds a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="matters">The matters it tells of.</param>
    /// <param name="maybe">Matters that it may tell of: nothing is learned from it beside their records.</param>
    public void Add(CitizenRecord record, PairSource source, IReadOnlyList<string> matters, IReadOnlyList<string> maybe) =>
        _records.Add(new Labelled(record.ReceivedAt, record.CallerHash ?? record.Key, source, matters, maybe, _sketcher.Draw(record)));

    /// <summary>All pairs that share an anchor and are near in time.</summary>
    public IEnumerable<LabelledPair> Pairs()
    {
        var features = new float[LinkRule.Features.Count];
        for (var i = 0; i < _records.Count; i++)
        {
            for (var j = i + 1; j < _records.Count; j++)
            {
                var (a, b) = (_records[i], _records[j]);
                var apart = (a.At - b.At).Duration();
                if (apart > LinkRule.Window || Label(a, b) is not { } same || IsLeftOut(a, b, same, i, j))
                {
                    continue;
                }

                var like = Likeness.Of(Row(a.Sketch), Row(b.Sketch));
                if (like.HasAnchor && !like.IsApart)
                {
                    LinkRule.Describe(like, apart, features);
                    yield return new LabelledPair { Same = same, Features = [.. features], Weight = WeightOf(a.Source > b.Source ? a.Source : b.Source, same) };
                }
            }
        }
    }

    private static float WeightOf(PairSource source, bool same) => source switch
    {
        PairSource.Told => WeightOfTold,
        PairSource.Patterned => same ? WeightOfPatterned : WeightOfPatternedApart,
        _ => 1,
    };

    private static SketchRow Row(Sketch sketch) => new(sketch.Terms, sketch.Weights, sketch.Anchors);

    // One person's letters on two things are not marked with care; nothing is learned from them.
    private static bool? Label(Labelled a, Labelled b) =>
        a.Matters.Intersect(b.Matters, StringComparer.Ordinal).Any() ? true
        : a.Voice == b.Voice || a.All.Intersect(b.All, StringComparer.Ordinal).Any() ? null
        : false;

    private static bool IsLeftOut(Labelled a, Labelled b, bool same, int i, int j) =>
        a.Source == PairSource.Patterned && b.Source == PairSource.Patterned
        && (uint)((i * 7919) + j) * 2654435761u % (same ? OneInPatterned : OneInPatternedApart) != 0;

    private sealed record Labelled(DateTimeOffset At, string Voice, PairSource Source, IReadOnlyList<string> Matters, IReadOnlyList<string> Maybe, Sketch Sketch)
    {
        public IEnumerable<string> All => Matters.Concat(Maybe);
    }
}

/// <summary>Where a pair comes from; of two sources the greater.</summary>
internal enum PairSource
{
    /// <summary>Real messages that a reader marked.</summary>
    Stream,

    /// <summary>Texts written out by hand.</summary>
    Told,

    /// <summary>Texts made from patterns.</summary>
    Patterned,
}

/// <summary>A pair to learn from.</summary>
internal sealed class LabelledPair
{
    /// <summary>True when the two speak of one matter.</summary>
    public bool Same { get; init; }

    /// <summary>As <see cref="LinkRule.Describe"/> gives them.</summary>
    public required float[] Features { get; init; }

    /// <summary>How much it counts.</summary>
    public float Weight { get; init; }
}
