using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Tests.Insights;

public sealed class DigestDocxTests
{
    [Fact]
    public void It_is_a_valid_Word_document_that_holds_the_text()
    {
        using var stream = new MemoryStream(DigestDocx.Render(Samples.Digest()));
        using var file = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(file, TestContext.Current.CancellationToken).Select(error => $"{error.Description} {error.Path?.XPath}"));
        Assert.Contains("<script>alert(1)</script>", file.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', file.MainDocumentPart.Document.InnerText);
    }
}
