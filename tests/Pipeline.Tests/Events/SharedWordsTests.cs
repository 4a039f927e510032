using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Tests.Events;

/// <summary>Title and reason come from the records' own words.</summary>
public sealed class SharedWordsTests
{
    [Fact]
    public void The_reason_names_words_that_stand_in_the_text()
    {
        var matter = Assert.Single(Told.Book(Told.Lift("锦泊花园小区", "a", Told.Start)).Raised());
        var (_, title, body) = Told.LiftTexts[1];
        var record = new SubmittedRecord { Channel = "petition", SourceId = "1", ReceivedAt = Told.Start, Title = title!.Replace("{P}", "锦泊花园小区", StringComparison.Ordinal), Body = body.Replace("{P}", "锦泊花园小区", StringComparison.Ordinal) };

        var words = SharedWords.Of(record, [.. matter.SharedTerms]);

        Assert.Contains(words, word => word.Contains("锦泊", StringComparison.Ordinal));
        Assert.All(words, word => Assert.Contains(word, record.Title + record.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("电梯又坏了", "随便什么", "电梯又坏了")]
    [InlineData(null, "电梯又坏了。老人下不来楼。", "电梯又坏了")]
    public void The_title_is_the_headline_or_the_first_sentence(string? title, string body, string expected) =>
        Assert.Equal(expected, SharedWords.TitleOf(new SubmittedRecord { Channel = "weibo", SourceId = "1", ReceivedAt = Told.Start, Title = title, Body = body }));
}
