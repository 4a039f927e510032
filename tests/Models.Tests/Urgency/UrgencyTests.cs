namespace SentimentWatch.Models.Tests.Urgency;

public sealed class UrgencyTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    [Theory]
    [InlineData("洪家楼这边有人闻到很重的燃气味，楼里的人正往外跑", "gas-leak")]
    [InlineData("洪家楼附近居民楼起火，浓烟很大，楼上还有老人没下来", "fire")]
    [InlineData("施工把天然气管道挖断了，正在往外喷气，快来人", "gas-leak")]
    [InlineData("有人掉进河里了，快救人", "flood")]
    [InlineData("电梯困人，里面有孕妇，已经半个小时了", "trapped")]
    [InlineData("楼下有人拿刀砍人，地上都是血", "violence")]
    [InlineData("楼顶有人要跳楼，赶紧派人来", "self-harm")]
    [InlineData("脚手架塌了，下面压着工人", "collapse")]
    [InlineData("学校好多孩子吃完午饭上吐下泻，有的已经昏迷", "food-poisoning")]
    [InlineData("高压线断了掉在地上冒火花，刚才有人触电倒地", "electric")]
    [InlineData("货车侧翻压住一辆轿车，里面有人卡住了流了很多血", "traffic-accident")]
    public void What_threatens_now_is_an_emergency(string text, string kind)
    {
        var urgency = trained.Model.Judge(new JudgeInput(null, text, "hotline")).Urgency;
        Assert.Equal("emergency", urgency.Level);
        Assert.Equal(kind, urgency.Kind);
        Assert.NotEmpty(urgency.Why);
        Assert.All(urgency.Why, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("这几天热爆炸了，空调都不顶用")]
    [InlineData("昨晚看的电影里大楼着火那段太逼真了")]
    [InlineData("社区今天组织消防演练，模拟楼道起火，大家学会了怎么逃生")]
    [InlineData("感谢消防员，上周我家着火你们十分钟就赶到了，送上锦旗")]
    [InlineData("请问工伤死亡赔偿标准是什么，有什么规定")]
    [InlineData("三年前那场车祸以后，对方一直没有赔偿")]
    [InlineData("建议河边安装护栏，防止孩子落水")]
    [InlineData("小区广场舞太吵，孩子没法写作业")]
    public void What_is_not_happening_now_is_routine(string text)
    {
        var urgency = trained.Model.Judge(new JudgeInput(null, text, "weibo")).Urgency;
        Assert.Equal("routine", urgency.Level);
        Assert.Null(urgency.Kind);
    }

    [Theory]
    [InlineData("小区从昨晚停水到现在，家里有老人孩子，请今天处理", "utility-outage")]
    [InlineData("家里暖气冰凉，老人冻得受不了，什么时候能来暖", "utility-outage")]
    public void An_outage_wants_action_today(string text, string kind)
    {
        var urgency = trained.Model.Judge(new JudgeInput(null, text, "hotline")).Urgency;
        Assert.Equal("urgent", urgency.Level);
        Assert.Equal(kind, urgency.Kind);
    }

    [Fact]
    public void One_dangerous_sentence_in_a_long_letter_is_found()
    {
        var letter = string.Concat(Enumerable.Repeat("我们小区的物业服务一直不好，楼道没人打扫，停车收费也不透明。", 12))
            + "现在3号楼地下室着火了，浓烟很大，里面还有人没出来，快派消防车！"
            + string.Concat(Enumerable.Repeat("业委会多次开会也没有结果，希望领导重视。", 8));
        Assert.Equal("emergency", trained.Model.Judge(new JudgeInput("关于小区的问题", letter, "petition")).Urgency.Level);
    }

    [Fact]
    public void Intake_gets_the_same_probability()
    {
        var input = new JudgeInput("燃气泄漏", "楼道里煤气味特别浓，快派人来", "hotline");
        Assert.Equal(trained.Model.Judge(input).Urgency.Probability, trained.Model.EmergencyProbability(input));
    }
}
