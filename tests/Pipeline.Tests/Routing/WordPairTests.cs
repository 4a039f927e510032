namespace SentimentWatch.Pipeline.Tests.Routing;

/// <summary>Two plain words that stand close together speak for what neither says alone.</summary>
public sealed class WordPairTests
{
    [Theory]
    [InlineData("饭店老板拖着三个月工资不发", "labour")]
    [InlineData("楼道里全是电动车在充电，怕出事", "fire-rescue")]
    [InlineData("隔壁仓库偷偷存放烟花爆竹", "emergency-management")]
    [InlineData("人行道上停满了私家车，没法走路", "traffic-police")]
    public void Near_each_other_they_count(string body, string function) => Assert.Equal(function, Licheng.Route(body).Function);

    [Fact]
    public void Far_apart_they_do_not() =>
        Assert.NotEqual("labour", Licheng.Route("饭店老板说他店里的菜都新鲜。后来我们一家人去吃了一顿，觉得味道一般，问题反映上去，结果答复不发").Function);
}
