using CsCheck;
using Markdig;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Tests.Insights;

public sealed class MarkdownTextTests
{
    private static readonly MarkdownPipeline Everything = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    private static readonly Gen<string> Nasty = Gen.OneOf(
        Gen.String,
        Samples.OneOf("<b>", "[a](https://evil.example)", "**", "# ", "- ", "1. ", "| a | b |", "`", "~~", "![x](y)", "https://evil.example", "www.evil.example", "\n\n", "&lt;", ":smile:").Array[1, 6].Select(parts => string.Concat(parts)));

    [Fact]
    public void Escaped_text_renders_as_itself_and_as_nothing_else() => Nasty.Sample(text =>
    {
        var html = Markdown.ToHtml("例：" + MarkdownText.Escape(text), Everything);
        Assert.StartsWith("<p>例：", html, StringComparison.Ordinal);
        var inner = html.Trim()["<p>".Length..^"</p>".Length];
        Assert.DoesNotContain("<", inner, StringComparison.Ordinal);
        Assert.Equal(("例：" + PlainText.Clean(text, keepLines: false)).Trim(), System.Net.WebUtility.HtmlDecode(inner).Trim());
    });

    [Fact]
    public void A_digest_of_hostile_text_has_no_link_and_no_tag_of_its_making()
    {
        var html = Markdown.ToHtml(DigestMarkdown.Render(Samples.Digest()), Everything);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<a ", html.Replace("<a href=\"https://watch.example/console/events/E20261123-00000000\">", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', html);
        Assert.Contains("<table>", html, StringComparison.Ordinal);
    }
}
