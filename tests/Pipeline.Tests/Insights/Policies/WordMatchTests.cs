using SentimentWatch.Pipeline.Insights;
using static SentimentWatch.Pipeline.Tests.Insights.Policies.PolicySamples;

namespace SentimentWatch.Pipeline.Tests.Insights.Policies;

public sealed class WordMatchTests
{
    [Theory]
    [InlineData("听说租车 新规出来了", "租车新规")]
    [InlineData("租车\n新规", "租车新规")]
    [InlineData("ＡＢ办法不错", "ab办法")]
    [InlineData("扣费太多，还车还难", "还车…扣费")]
    [InlineData("还车很方便", null)]
    public void A_word_is_found_however_it_was_typed_and_a_pair_needs_both(string text, string? word) =>
        Assert.Equal(word, new WordMatch(["租车新规", "ab办法", "还车…扣费"]).Find(WordMatch.TextOf(Record(1, Published, text))));
}
