using SentimentWatch.Console.Tests.Support;

namespace SentimentWatch.Console.Tests.Pages;

public sealed class OverdueTests : IAsyncLifetime
{
    private ConsoleHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await ConsoleHost.StartAsync();
        _host.Data.Alerts.AddRange(
        [
            Samples.Lapsed("A1", "rqgs", "OWN-LAPSED"),
            Samples.Lapsed("A2", "zjj", "OTHER-LAPSED", card: null),
            Samples.Lapsed("A3", "rqgs", "RECUSED-LAPSED") with { Recused = ["rqgs"] },
            Samples.Alert("A4", "rqgs", title: "IN-TIME"),
        ]);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task It_tells_who_lets_which_clock_lapse_since_when_and_by_which_law()
    {
        using var client = await _host.SignedInAsync(ConsoleHost.ReaderKey);

        var html = await client.GetStringAsync("/console/overdue", Token);

        Assert.Contains("2 个单位 3 起事项超时未办，其中黄牌 0 起、红牌 2 起、督办 2 起。", html, StringComparison.Ordinal);
        Assert.Contains("济南12345热线·办结答复", html, StringComparison.Ordinal);
        Assert.Contains("《济南市12345市民服务热线条例》第二十四条", html, StringComparison.Ordinal);
        Assert.Contains("3 天", html, StringComparison.Ordinal);
        Assert.Contains("红牌", html, StringComparison.Ordinal);
        Assert.Contains("已升级至 区应急管理局", html, StringComparison.Ordinal);
        Assert.DoesNotContain("IN-TIME", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/overdue")]
    [InlineData("/console/overdue?unit=zjj")]
    public async Task A_unit_is_shown_only_what_it_lets_lapse_itself(string path)
    {
        using var client = await _host.SignedInAsync(ConsoleHost.GasKey);

        var html = await client.GetStringAsync(path, Token);

        Assert.Contains("OWN-LAPSED", html, StringComparison.Ordinal);
        Assert.DoesNotContain("OTHER-LAPSED", html, StringComparison.Ordinal);
        Assert.DoesNotContain("RECUSED-LAPSED", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_unit_can_be_chosen()
    {
        using var client = await _host.SignedInAsync(ConsoleHost.ReaderKey);

        var html = await client.GetStringAsync("/console/overdue?unit=zjj", Token);

        Assert.Contains("OTHER-LAPSED", html, StringComparison.Ordinal);
        Assert.DoesNotContain("OWN-LAPSED", html, StringComparison.Ordinal);
    }
}
