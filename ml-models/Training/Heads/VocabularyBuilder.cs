using System.Runtime.InteropServices;
using SentimentWatch.Models.Features;
using SentimentWatch.Models.Text;
using SentimentWatch.Models.Urgency;
using SentimentWatch.Training.Corpus;

namespace SentimentWatch.Training.Heads;

/// <summary>
/// Chooses the features that the model knows: those that enough texts of a head's corpus hold. Whatever is chosen, the
/// beginnings of a chosen n-gram are chosen too, because every text that holds it holds them.
/// </summary>
internal sealed class VocabularyBuilder
{
    private readonly Dictionary<uint, int> _chosen = [];
    private readonly FoldedText _text = new();

    /// <summary>Adds n-grams of text and title that at least <paramref name="least"/> texts hold.</summary>
    public void AddMail(IEnumerable<Sample> samples, int least) => Add(samples, least, (units, title, _, keys) =>
    {
        Grams(units, GramKeys.Text, keys);
        Grams(units[..title], GramKeys.Title, keys);
    });

    /// <summary>Adds n-grams of text and edges that at least <paramref name="least"/> texts hold.</summary>
    public void AddMood(IEnumerable<Sample> samples, int least) => Add(samples, least, (units, _, channel, keys) =>
    {
        Grams(units, GramKeys.Text, keys);
        Grams(RecordFeatures.StartOf(units), GramKeys.Start, keys);
        var end = RecordFeatures.EndOf(units);
        Grams(end, GramKeys.End, keys);
        for (var n = 1; n <= GramKeys.Longest && n <= end.Length; n++)
        {
            keys.Add(GramKeys.Tail(end[^n..]));
        }
        keys.Add(GramKeys.Register(channel));
    });

    /// <summary>Adds every cue group and every pair of them.</summary>
    public void AddCues()
    {
        var groups = CueLexicon.Default.Groups.Count;
        for (var i = 0; i < groups; i++)
        {
            _chosen.TryAdd(GramKeys.Cue(i), 1);
            for (var j = i + 1; j < groups; j++)
            {
                _chosen.TryAdd(GramKeys.CuePair(i, j), 1);
            }
        }
    }

    /// <summary>The vocabulary, frequent features first.</summary>
    public Vocabulary Build() => new([.. _chosen.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => c.Key)]);

    private delegate void KeyLister(ReadOnlySpan<char> units, int title, string channel, HashSet<uint> keys);

    private void Add(IEnumerable<Sample> samples, int least, KeyLister list)
    {
        var texts = new Dictionary<uint, int>();
        var keys = new HashSet<uint>();
        foreach (var sample in samples)
        {
            _text.Set(sample.Input.Title, sample.Input.Body);
            keys.Clear();
            list(_text.Units, _text.TitleLength, sample.Input.Channel, keys);
            foreach (var key in keys)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(texts, key, out _)++;
            }
        }
        foreach (var (key, count) in texts)
        {
            if (count >= least)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_chosen, key, out _) += count;
            }
        }
    }

    private static void Grams(ReadOnlySpan<char> units, uint salt, HashSet<uint> keys)
    {
        var listed = new uint[units.Length * GramKeys.Longest];
        GramKeys.List(units, salt, listed);
        keys.UnionWith(listed);
        keys.Remove(0);
    }
}
