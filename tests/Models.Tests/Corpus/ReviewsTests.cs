using SentimentWatch.Training;
using SentimentWatch.Training.Corpus;

namespace SentimentWatch.Models.Tests.Corpus;

public sealed class ReviewsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Each_label_that_a_person_gave_teaches_its_head_and_no_other()
    {
        File.WriteAllText(_file, """
            {"channel":"hotline","title":"停水","body":"停水两天","topic":"城乡建设","sentiment":null,"urgency":"urgent","function":"utilities","decidedAt":"2026-11-20T08:00:00+08:00","model":"2026.11.1"}
            {"channel":"weibo","title":null,"body":"太好了","topic":null,"sentiment":"positive","urgency":null,"function":null,"decidedAt":"2026-11-20T09:00:00+08:00","model":"2026.11.1"}

            """);
        var reviews = new Reviews(_file);
        Assert.Equal(2, reviews.Count);
        Assert.Equal("城乡建设", TopicCorpus.Labels[Assert.Single(reviews.Topics()).Label]);
        Assert.Equal("positive", SentimentCorpus.Labels[Assert.Single(reviews.Sentiments()).Label]);
        Assert.Equal("utilities", FunctionCorpus.Labels[Assert.Single(reviews.Functions()).Label]);
        var urgent = Assert.Single(reviews.Urgencies());
        Assert.Equal((1, "停水", "停水两天"), (urgent.Level, urgent.Title, urgent.Text));
    }

    [Fact]
    public void Without_a_file_there_are_none() => Assert.Equal(0, new Reviews(null).Count);

    [Fact]
    public void A_line_that_is_no_review_is_named()
    {
        File.WriteAllText(_file, "{\"channel\":\"hotline\",\"body\":\"好\"}\nnot json\n");
        Assert.Contains("Line 2 of", Assert.Throws<TrainingException>(() => new Reviews(_file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_the_model_does_not_know_is_named()
    {
        File.WriteAllText(_file, "{\"channel\":\"hotline\",\"body\":\"好\",\"topic\":\"天文\"}\n");
        Assert.Contains("topic 天文", Assert.Throws<TrainingException>(() => new Reviews(_file).Topics()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named_with_what_to_do() =>
        Assert.Contains("sentimentwatch reviews", Assert.Throws<TrainingException>(() => new Reviews(_file + ".none")).Message, StringComparison.Ordinal);
}
