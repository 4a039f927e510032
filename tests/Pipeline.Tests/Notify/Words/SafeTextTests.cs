using System.Globalization;
using System.Text;
using CsCheck;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Words;

namespace SentimentWatch.Pipeline.Tests.Notify.Words;

public sealed class SafeTextTests
{
    [Fact]
    public void Hostile_text_makes_neither_link_nor_heading_nor_mention_nor_tag() => Hostile.Text.Sample(text =>
    {
        foreach (var line in new[] { $"诉求：{SafeText.Wide(text, 200)}", $"诉求：{CardText.Escape(text, 200)}" })
        {
            Assert.Empty(ReadMarkdown.Links(line));
            Assert.Empty(ReadMarkdown.Html(line));
            Assert.Equal((0, 0), (ReadMarkdown.Headings(line), ReadMarkdown.Marks(line)));
        }

        Assert.DoesNotContain('@', SafeText.Wide(text, 200));
        Assert.DoesNotContain('<', SafeText.Wide(text, 200));
    }, iter: 500);

    [Fact]
    public void No_length_breaks_a_character_and_bytes_are_bounded() => Gen.Select(Hostile.Text, Gen.Int[1, 300]).Sample((text, length) =>
    {
        var line = SafeText.Line(text, length);
        Assert.InRange(new StringInfo(line).LengthInTextElements, 0, length);
        Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, ((2 * length) + 1) * 3);
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line.Replace("\uFFFD", "", StringComparison.Ordinal))));
    }, iter: 500);

    [Theory]
    [InlineData("见 https://evil.example/x", "见 https：／／evil．example/x")]
    [InlineData("写信 a@evil.example", "写信 a@evil．example")]
    [InlineData("气温 3.5 度，每周 0.3件，8:30 到", "气温 3.5 度，每周 0.3件，8:30 到")]
    [InlineData("登录 10.1.2.3 或 3.cn", "登录 10．1．2．3 或 3．cn")]
    [InlineData("见 1.5.html 或 v2.5", "见 1．5．html 或 v2．5")]
    [InlineData("须以 https:// 或 http:// 开头。", "须以 https:// 或 http:// 开头。")]
    [InlineData("进展:已关阀", "进展:已关阀")]
    public void Addresses_are_shown_but_not_live(string text, string shown) => Assert.Equal(shown, SafeText.Line(text, 100));
}
