using SentimentWatch.Models.Features;
using SentimentWatch.Models.Text;
using SentimentWatch.Models.Urgency;
using SentimentWatch.Training.Corpus;
using SentimentWatch.Training.Urgency;

namespace SentimentWatch.Training.Heads;

/// <summary>Turns texts into rows with the features and norms that scoring uses.</summary>
internal sealed class RowMaker(Vocabulary vocabulary)
{
    private readonly FoldedText _text = new();
    private readonly RecordFeatures _features = new(vocabulary);
    private readonly CueFeatures _cues = new(vocabulary, CueLexicon.Default);

    /// <summary>Rows for topic and function.</summary>
    public SparseRow[] Mail(IEnumerable<Sample> samples) => [.. samples.Select(sample =>
    {
        Read(sample);
        var norms = Norms.Mail(_features.Text.Length, _features.Title.Length);
        return SparseRow.Of(_features.Text, norms.First, _features.Title, norms.Second, sample.Label, sample.Weight);
    })];

    /// <summary>Rows for sentiment.</summary>
    public SparseRow[] Mood(IEnumerable<Sample> samples) => [.. samples.Select(sample =>
    {
        Read(sample);
        var norms = Norms.Mood(_features.Text.Length, _features.Edges.Length);
        return SparseRow.Of(_features.Text, norms.First, _features.Edges, norms.Second, sample.Label, sample.Weight);
    })];

    /// <summary>One row a window that scoring would look at; a long text's windows share its weight in part, so that mail does not outweigh all else.</summary>
    public SparseRow[] Windows(IEnumerable<UrgencyExample> examples)
    {
        var scratch = new UrgencyJudge.Scratch();
        var rows = new List<SparseRow>();
        foreach (var example in examples)
        {
            _text.Set(example.Title, example.Text);
            _features.Scan(_text.Units);
            CueLexicon.Default.Find(_text.Units, Emptied(scratch.Hits));
            UrgencyWindows.Cut(_text, scratch.Hits, CueLexicon.Default, scratch.Windows);
            foreach (var (start, end) in scratch.Windows)
            {
                var (grams, cues) = UrgencyJudge.Fill(_features, start, end, scratch, _cues);
                var norms = Norms.Window(grams, cues);
                rows.Add(SparseRow.Of(
                    scratch.Grams.AsSpan(0, grams), norms.First, scratch.Cues.AsSpan(0, cues), norms.Second,
                    example.Level, example.Weight / MathF.Sqrt(scratch.Windows.Count)));
            }
        }
        return [.. rows];
    }

    private void Read(Sample sample)
    {
        _text.Set(sample.Input.Title, sample.Input.Body);
        _features.Scan(_text.Units);
        _features.Record(_text, sample.Input.Channel);
    }

    private static List<CueHit> Emptied(List<CueHit> hits)
    {
        hits.Clear();
        return hits;
    }
}
