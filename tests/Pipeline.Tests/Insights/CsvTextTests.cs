using System.Text;
using CsCheck;
using SentimentWatch.Pipeline.Insights;
using Sylvan.Data.Csv;

namespace SentimentWatch.Pipeline.Tests.Insights;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86 531")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =HYPERLINK(\"https://evil.example\")")]
    [InlineData("\t=1")]
    [InlineData("\u0000=1")]
    [InlineData("\u200B=1")]
    [InlineData("＝1")]
    public void A_cell_that_looks_like_a_formula_is_text(string text) => Assert.StartsWith("'", CsvText.Defuse(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("小区停暖，两天了")]
    [InlineData("a=b")]
    [InlineData("")]
    public void Other_text_stays_as_it_is(string text) => Assert.Equal(text, CsvText.Defuse(text));

    [Fact]
    public void A_line_that_begins_with_a_hash_is_no_comment()
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, ["#停暖# 两天了", "b"]);
        using var reader = CsvDataReader.Create(new StringReader(text.ToString()), new CsvDataReaderOptions { Delimiter = ',', HasHeaders = false });
        Assert.True(reader.Read());
        Assert.Equal("#停暖# 两天了", reader.GetString(0));
    }

    [Fact]
    public void Any_text_comes_back_as_it_was_defused() => Gen.String.Array[1, 5].Sample(cells =>
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, cells.Select((_, index) => (object)$"c{index}"));
        CsvText.AppendLine(text, cells);
        using var reader = CsvDataReader.Create(new StringReader(text.ToString()), new CsvDataReaderOptions { Delimiter = ',' });
        Assert.True(reader.Read());
        Assert.Equal(cells.Select(CsvText.Defuse), Enumerable.Range(0, cells.Length).Select(reader.GetString));
        Assert.False(reader.Read());
    });
}
