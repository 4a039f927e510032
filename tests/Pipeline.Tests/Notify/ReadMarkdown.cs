using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SentimentWatch.Pipeline.Tests.Notify;

/// <summary>Reads what a client would make of markdown: more than the chats know, links that nobody marked included.</summary>
internal static class ReadMarkdown
{
    private static readonly MarkdownPipeline Everything = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseTaskLists().UseAutoLinks().Build();

    public static List<string> Links(string markdown) =>
    [
        .. Parse(markdown).Descendants<LinkInline>().Select(link => link.Url ?? ""),
        .. Parse(markdown).Descendants<AutolinkInline>().Select(link => link.Url),
    ];

    public static int Headings(string markdown) => Parse(markdown).Descendants<HeadingBlock>().Count();

    public static List<string> Html(string markdown) =>
        [.. Parse(markdown).Descendants<HtmlInline>().Select(html => html.Tag), .. Parse(markdown).Descendants<HtmlBlock>().Select(html => html.Lines.ToString())];

    public static int Marks(string markdown) =>
        Parse(markdown).Descendants().Count(node => node is EmphasisInline or CodeInline or ListBlock or FencedCodeBlock or CodeBlock or ThematicBreakBlock or Markdig.Extensions.Tables.Table or LinkReferenceDefinition);

    private static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Everything);
}
