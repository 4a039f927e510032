using CsCheck;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Tests.Routing;

/// <summary>The trie finds the maximal phrases, as a slow search does.</summary>
public sealed class PhraseTrieTests
{
    private static readonly Gen<string> Text = Gen.Char["甲乙丙"].Array[0, 20].Select(c => new string(c));

    [Fact]
    public void It_agrees_with_a_slow_search() =>
        Gen.Select(Gen.Char["甲乙丙"].Array[1, 4].Select(c => new string(c)).Array[1, 8], Text).Sample((phrases, text) =>
        {
            var trie = new PhraseTrie();
            var numbers = phrases.Select(trie.Add).ToArray();
            var hits = new List<PhraseHit>();
            trie.Find(text, hits);
            var all = phrases.Zip(numbers).Distinct()
                .SelectMany(p => Enumerable.Range(0, Math.Max(0, text.Length - p.First.Length + 1))
                    .Where(at => string.CompareOrdinal(text, at, p.First, 0, p.First.Length) == 0)
                    .Select(at => new PhraseHit(p.Second, at, p.First.Length)))
                .ToList();
            var maximal = all.Where(a => !all.Exists(b => b != a && b.Start <= a.Start && b.Start + b.Length >= a.Start + a.Length)).OrderBy(h => h.Start);
            Assert.Equal(maximal, hits);
        });
}
