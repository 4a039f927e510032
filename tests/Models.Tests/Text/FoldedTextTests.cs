using CsCheck;
using SentimentWatch.Models.Text;

namespace SentimentWatch.Models.Tests.Text;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("ＡＢＣ　ｄｅｆ", "abc def")]
    [InlineData("電梯壞了，沒人來修", "电梯坏了,没人来修")]
    [InlineData("好 好\t吃\r\n饭", "好好吃饭")]
    [InlineData("哈哈哈哈哈哈", "哈哈哈")]
    [InlineData("零\u200B宽\uFEFF字", "零宽字")]
    [InlineData("拨打１２３４５", "拨打000")]
    [InlineData("看 http://t.example/a1b2 图", "看\u0002图")]
    public void Variants_become_one_form(string written, string folded) => Assert.Equal(folded, Fold(null, written));

    [Theory]
    [InlineData("气死我了[怒]", "气死我了【怒】")]
    [InlineData("[淚]", "[泪]")]
    public void An_emoticon_is_one_unit_however_it_is_written(string one, string other)
    {
        Assert.Equal(Fold(null, one), Fold(null, other));
        Assert.Equal(one.IndexOf('[', StringComparison.Ordinal) + 1, Fold(null, one).Length);
    }

    [Theory]
    [InlineData("[怒]", "[泪]")]
    [InlineData("[这不是一个表情符号]", "[怒]")]
    [InlineData("[]", "[怒]")]
    public void Different_brackets_stay_different(string one, string other) => Assert.NotEqual(Fold(null, one), Fold(null, other));

    [Fact]
    public void An_emoticon_is_shown_as_it_stands()
    {
        var text = new FoldedText();
        text.Set("好[赞]", "真好【赞】！");
        Assert.Equal("好[赞]", text.Original(0, 2));
        Assert.Equal("好【赞】", text.Original(4, 6));
    }

    [Fact]
    public void Title_and_body_stay_apart()
    {
        var text = new FoldedText();
        text.Set("停水", "两天了");
        Assert.Equal("停水\u0001两天了", text.Units.ToString());
        Assert.Equal(2, text.TitleLength);
        Assert.Equal(3, text.BodyStart);
    }

    [Fact]
    public void Words_are_shown_as_they_stand()
    {
        var text = new FoldedText();
        text.Set("電 梯", "困　人了");
        Assert.Equal("電 梯", text.Original(0, 2));
        Assert.Equal("困　人", text.Original(3, 5));
    }

    [Fact]
    public void A_very_long_text_keeps_its_end()
    {
        var text = new FoldedText();
        text.Set(null, string.Concat(Enumerable.Repeat("甲乙丙丁", 50_000)) + "煤气泄漏");
        Assert.EndsWith("煤气泄漏", text.Units.ToString(), StringComparison.Ordinal);
        Assert.InRange(text.Length, 20_000, 40_000);
    }

    [Fact]
    public void Any_text_folds_and_maps_back() => Gen.Select(Gen.String, Gen.String).Sample((title, body) =>
    {
        var text = new FoldedText();
        text.Set(title, body);
        for (var i = 0; i < text.Length; i++)
        {
            if (text.Units[i] != FoldedText.Break)
            {
                Assert.True(title.Contains(text.Original(i, i + 1), StringComparison.Ordinal) || body.Contains(text.Original(i, i + 1), StringComparison.Ordinal));
            }
        }
    });

    private static string Fold(string? title, string body)
    {
        var text = new FoldedText();
        text.Set(title, body);
        return text.Units.ToString();
    }
}
