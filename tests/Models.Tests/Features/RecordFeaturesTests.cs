using CsCheck;
using SentimentWatch.Models.Features;
using SentimentWatch.Models.Text;

namespace SentimentWatch.Models.Tests.Features;

public sealed class RecordFeaturesTests
{
    private static readonly Vocabulary Known = TestVocabulary.Of(("标题", "井盖丢了，请处理"), ("停水", "停水停水"), (null, "很长的另一段话[怒]"));

    [Fact]
    public void The_same_text_gives_the_same_features_after_any_other() =>
        Gen.Select(Gen.String, Gen.String).Sample((title, body) =>
        {
            var features = new RecordFeatures(Known);
            var first = All(features, "标题", "井盖丢了，请处理");
            _ = All(features, title, string.Concat(Enumerable.Repeat(body + "停水", 50)));
            Assert.Equal(first, All(features, "标题", "井盖丢了，请处理"));
        });

    [Fact]
    public void A_feature_counts_once_however_often_it_occurs()
    {
        var features = new RecordFeatures(Known);
        _ = All(features, null, "停水停水停水");
        Assert.Equal(features.Text.Length, features.Text.ToArray().Distinct().Count());
        Assert.Equal(["停", "停水", "停水停", "水", "水停", "水停水"], Words(features, "停水停水停水"));
    }

    [Fact]
    public void A_title_counts_apart_from_the_body()
    {
        var features = new RecordFeatures(Known);
        _ = All(features, "停水", "停水");
        Assert.Equal(3, features.Title.Length);
        Assert.Empty(features.Title.ToArray().Intersect(features.Text.ToArray()));
    }

    [Fact]
    public void No_n_gram_crosses_from_title_to_body()
    {
        var features = new RecordFeatures(TestVocabulary.Of((null, "停水")));
        _ = All(features, "停", "水");
        Assert.Equal(2, features.Text.Length);
    }

    [Fact]
    public void What_is_not_known_has_no_feature()
    {
        var features = new RecordFeatures(Known);
        _ = All(features, null, "鱼");
        Assert.Equal(0, features.Text.Length);
        Assert.Equal(0, Norms.Mail(features.Text.Length, features.Title.Length).First);
    }

    private static int[] All(RecordFeatures features, string? title, string body)
    {
        var text = new FoldedText();
        text.Set(title, body);
        features.Scan(text.Units);
        features.Record(text, "hotline");
        return [.. features.Text, .. features.Title, .. features.Edges];
    }

    private static List<string> Words(RecordFeatures features, string text)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            for (var n = 1; n <= GramKeys.Longest && i + n <= text.Length; n++)
            {
                if (features.GramAt(i, n) >= 0)
                {
                    words.Add(text.Substring(i, n));
                }
            }
        }
        return [.. words];
    }
}
