using SentimentWatch.Models.Text;
using SentimentWatch.Models.Urgency;
using SentimentWatch.Training.Heads;

namespace SentimentWatch.Training.Urgency;

/// <summary>Cuts urgency examples into the windows that scoring looks at and makes their rows.</summary>
internal static class UrgencyRows
{
    /// <summary>One row a window; a long text's windows share its weight in part, so that mail does not outweigh all else.</summary>
    public static SparseRow[] Of(IEnumerable<UrgencyExample> examples, HeadRecipe recipe)
    {
        var text = new FoldedText();
        var scratch = new UrgencyJudge.Scratch();
        var rows = new List<SparseRow>();
        foreach (var example in examples)
        {
            text.Set(example.Title, example.Text);
            scratch.Hits.Clear();
            CueLexicon.Default.Find(text.Units, scratch.Hits);
            UrgencyWindows.Cut(text, scratch.Hits, CueLexicon.Default, scratch.Windows);
            foreach (var (start, end) in scratch.Windows)
            {
                UrgencyJudge.Fill(text, start, end, scratch, CueLexicon.Default);
                rows.Add(SparseSet.Row(scratch.Bag, recipe, example.Level, example.Weight / MathF.Sqrt(scratch.Windows.Count)));
            }
        }
        return [.. rows];
    }
}
