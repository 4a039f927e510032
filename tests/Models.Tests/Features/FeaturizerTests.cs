using SentimentWatch.Models.Features;
using SentimentWatch.Models.Text;

namespace SentimentWatch.Models.Tests.Features;

public sealed class FeaturizerTests
{
    [Fact]
    public void The_same_text_gives_the_same_features_in_a_used_bag()
    {
        var bag = new FeatureBag();
        var first = Keys(bag, "标题", "井盖丢了，请处理");
        _ = Keys(bag, "别的", string.Concat(Enumerable.Repeat("很长的另一段话", 500)));
        Assert.Equal(first, Keys(bag, "标题", "井盖丢了，请处理"));
    }

    [Fact]
    public void A_title_counts_apart_from_the_body()
    {
        var bag = new FeatureBag();
        _ = Keys(bag, "停水", "停水");
        Assert.Equal(3, bag.Keys(FeatureGroup.Title).Length);
        Assert.Empty(bag.Keys(FeatureGroup.Title).ToArray().Intersect(bag.Keys(FeatureGroup.Text).ToArray()));
    }

    [Fact]
    public void Counts_grow_sublinearly()
    {
        var bag = new FeatureBag();
        _ = Keys(bag, null, "水水");
        Assert.Equal(1 + MathF.Log(2), bag.Values(FeatureGroup.Text)[0], 5);
    }

    [Fact]
    public void An_empty_text_has_no_length_to_divide_by()
    {
        var bag = new FeatureBag();
        _ = Keys(bag, null, "");
        Assert.Equal(0, bag.InverseNorm([1, 0, 0, 0]));
    }

    private static uint[] Keys(FeatureBag bag, string? title, string body)
    {
        var text = new FoldedText();
        text.Set(title, body);
        Featurizer.Record(text, "hotline", bag);
        return [.. Enum.GetValues<FeatureGroup>().SelectMany(g => bag.Keys(g).ToArray())];
    }
}
