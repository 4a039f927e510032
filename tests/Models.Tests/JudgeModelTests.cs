namespace SentimentWatch.Models.Tests;

public sealed class JudgeModelTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    private static readonly JudgeInput[] Inputs =
    [
        .. Enumerable.Range(0, 200).Select(i => new JudgeInput(
            i % 3 == 0 ? null : "反映路面问题" + i, string.Concat(Enumerable.Repeat("小区门口的路坏了很久没有人修，", 1 + (i % 40))), i % 2 == 0 ? "hotline" : "weibo")),
    ];

    [Fact]
    public void A_batch_says_what_single_calls_say()
    {
        var batch = trained.Model.JudgeBatch(Inputs, TestContext.Current.CancellationToken);
        for (var i = 0; i < Inputs.Length; i++)
        {
            AssertSame(trained.Model.Judge(Inputs[i]), batch[i]);
        }
    }

    [Fact]
    public void Many_threads_get_the_answers_of_one()
    {
        var alone = trained.Model.JudgeBatch(Inputs, TestContext.Current.CancellationToken);
        var together = new Judgement[Inputs.Length];
        Parallel.For(0, Inputs.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = trained.Model.Judge(Inputs[i]));
        for (var i = 0; i < alone.Length; i++)
        {
            AssertSame(alone[i], together[i]);
        }
    }

    [Fact]
    public void Probabilities_add_up_and_come_best_first()
    {
        var judgement = trained.Model.Judge(new JudgeInput("咨询公积金贷款", "请问公积金贷款需要什么材料？", "hotline"));
        Assert.Equal(1, judgement.Sentiment.Negative + judgement.Sentiment.Neutral + judgement.Sentiment.Positive, 3);
        Assert.Equal(3, judgement.Topics.Count);
        Assert.Equal(judgement.Topics.OrderByDescending(t => t.Probability), judgement.Topics);
        Assert.Equal("housing-fund", judgement.Functions[0].Label);
    }

    [Theory]
    [InlineData("公交车总是等不到", "transport", "城乡建设,交通运输")]
    [InlineData("老师在家里违规补课收费", "education", "教育文体")]
    [InlineData("医院乱收费，医生态度恶劣", "health", "卫生计生")]
    [InlineData("工地拖欠农民工工资半年", "labour", "劳动和社会保障")]
    [InlineData("工厂往河里偷排污水，气味刺鼻", "environment", "环境保护")]
    [InlineData("小区停水两天没人管", "utilities", "城乡建设")]
    public void Plain_matters_find_their_owner_and_category(string text, string function, string topics)
    {
        var judgement = trained.Model.Judge(new JudgeInput(text, text + "，请有关部门处理。", "hotline"));
        Assert.Contains(function, judgement.Functions.Select(f => f.Label));
        Assert.Contains(judgement.Topics[0].Label, topics.Split(','));
    }

    [Theory]
    [InlineData("物业收了钱什么都不管，太让人气愤了[怒]", "negative")]
    [InlineData("感谢社区工作人员，问题解决得又快又好，点赞！", "positive")]
    [InlineData("请问居住证到期怎么续签，需要哪些材料？", "neutral")]
    public void Civic_sentiment_is_told(string text, string label) =>
        Assert.Equal(label, trained.Model.Judge(new JudgeInput(null, text, "hotline")).Sentiment.Label);

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "   ")]
    [InlineData("\uD800", "\uDC00\uD83D")]
    public void Empty_and_broken_texts_are_judged_too(string? title, string body) =>
        Assert.Equal("routine", trained.Model.Judge(new JudgeInput(title, body, "weibo")).Urgency.Level);

    [Fact]
    public void Why_names_words_of_the_text()
    {
        const string Text = "學校食堂收費不合理，請教育局查一查";
        var why = trained.Model.Judge(new JudgeInput(null, Text, "petition")).Why;
        Assert.NotEmpty(why);
        Assert.All(why, word => Assert.Contains(word, Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cancelled_batch_stops() =>
        Assert.Throws<OperationCanceledException>(() => trained.Model.JudgeBatch(Inputs, new CancellationToken(canceled: true)));

    private static void AssertSame(Judgement expected, Judgement actual)
    {
        Assert.Equal(expected.Sentiment, actual.Sentiment);
        Assert.Equal(expected.Topics, actual.Topics);
        Assert.Equal(expected.Functions, actual.Functions);
        Assert.Equal(expected.Urgency.Probability, actual.Urgency.Probability);
        Assert.Equal(expected.Why, actual.Why);
    }
}
