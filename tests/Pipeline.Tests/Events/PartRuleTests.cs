using CsCheck;
using SentimentWatch.Pipeline.Events;

namespace SentimentWatch.Pipeline.Tests.Events;

/// <summary>How a set of linked records is divided into matters.</summary>
public sealed class PartRuleTests
{
    [Fact]
    public void One_weak_link_between_two_matters_unites_them_not() =>
        Assert.Equal([[0, 1, 2], [3, 4, 5]], Parts(6, [(0, 1, 3), (1, 2, 3), (0, 2, 3), (3, 4, 3), (4, 5, 3), (3, 5, 3), (2, 3, 0.5f)]));

    [Fact]
    public void Several_links_do() =>
        Assert.Single(Parts(6, [(0, 1, 3), (1, 2, 3), (0, 2, 3), (3, 4, 3), (4, 5, 3), (3, 5, 3), (2, 3, 0.5f), (1, 3, 0.5f), (0, 5, 0.5f)]));

    [Fact]
    public void A_strong_link_brings_a_record_in() =>
        Assert.Single(Parts(4, [(0, 1, 3), (1, 2, 3), (0, 2, 3), (2, 3, 2)]));

    [Fact]
    public void What_a_person_put_together_stays_together() =>
        Assert.Single(Parts(4, [(0, 1, 3), (2, 3, 3)], member => member is 1 or 2 ? [7] : [], weak: (1, 2)));

    [Fact]
    public void It_depends_on_the_set_and_its_links_alone() =>
        Gen.Select(Gen.Int[3, 30], Gen.Select(Gen.Int[0, 29], Gen.Int[0, 29], Gen.Int[1, 400]).List[0, 90], Gen.Int).Sample((count, links, seed) =>
        {
            var some = links.Where(link => link.Item1 < link.Item2 && link.Item2 < count).DistinctBy(link => (link.Item1, link.Item2))
                .Select((link, i) => (link.Item1, link.Item2, (link.Item3 + (i / 1000f)) / 100f)).ToList();
            var shuffled = some.ToArray();
            new Random(seed).Shuffle(shuffled);
            var parts = Parts(count, [.. some]);

            Assert.Equal(parts, Parts(count, shuffled));
            Assert.Equal(Enumerable.Range(0, count), parts.SelectMany(part => part).Order());
        });

    private static IReadOnlyList<int[]> Parts(
        int count, IReadOnlyList<(int One, int Other, float Score)> links, Func<int, IReadOnlyList<int>>? groups = null, (int One, int Other)? weak = null)
    {
        var graph = new LinkGraph();
        foreach (var (one, other, score) in weak is { } pair ? [.. links, (pair.One, pair.Other, 0.1f)] : links)
        {
            graph.Add(Math.Max(one, other), Math.Min(one, other), score);
        }

        return new PartRule(graph).Parts([.. Enumerable.Range(0, count)], groups ?? (_ => []));
    }
}
