using CsCheck;
using SentimentWatch.Models.Features;

namespace SentimentWatch.Models.Tests.Features;

public sealed class VocabularyTests
{
    [Fact]
    public void Every_key_is_found_under_its_number_and_no_other() =>
        Gen.UInt[1, uint.MaxValue].HashSet[1, 3000].Sample(keys =>
        {
            var list = keys.ToArray();
            var vocabulary = new Vocabulary(list);
            for (var id = 0; id < list.Length; id++)
            {
                Assert.Equal(id, vocabulary.Find(list[id]));
            }
            for (var key = 1u; key < 200; key++)
            {
                Assert.Equal(Array.IndexOf(list, key), vocabulary.Find(key));
            }
        });

    [Theory]
    [InlineData(new uint[] { 5, 0 })]
    [InlineData(new uint[] { 5, 7, 5 })]
    public void A_key_that_is_zero_or_stands_twice_is_refused(uint[] keys) =>
        Assert.Throws<InvalidDataException>(() => new Vocabulary(keys));

    [Fact]
    public void The_beginnings_of_a_known_n_gram_are_known()
    {
        var vocabulary = TestVocabulary.Of(("停水两天", "小区停水两天没人管"), (null, "停水两天了"));
        foreach (var word in (string[])["停水两", "两天没", "没人管"])
        {
            var hash = GramKeys.Text;
            foreach (var unit in word)
            {
                hash = GramKeys.Step(hash, unit);
                Assert.True(vocabulary.Find(GramKeys.Key(hash)) >= 0);
            }
        }
    }
}
