using SentimentWatch.SelfHost;
using SentimentWatch.SelfHost.Engine;

namespace SentimentWatch.EndToEnd.Tests.Host;

public sealed class HostSettingsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void The_shipped_file_is_read()
    {
        var settings = HostSettings.Read(Path.Combine(AppContext.BaseDirectory, "host.json"));
        Assert.Equal("", settings.RoutePrefix);
        Assert.Equal((8, 4, 5), (settings.BatchSize, settings.NewBatchThreshold, settings.MaxDequeueCount));
        Assert.Equal(TimeSpan.FromSeconds(30), settings.VisibilityTimeout);
        Assert.Equal(TimeSpan.FromSeconds(2), settings.MaxPollingInterval);
        Assert.True(settings.Base64);
    }

    [Fact]
    public void What_is_left_out_has_the_defaults_of_azure_functions()
    {
        File.WriteAllText(_file, """{ "version": "2.0" }""");
        Assert.Equal(new HostSettings(), HostSettings.Read(_file));
    }

    [Theory]
    [InlineData("""{ "extensions": { "queues": { "batchSize": 33 } } }""")]
    [InlineData("""{ "extensions": { "queues": { "visibilityTimeout": "soon" } } }""")]
    [InlineData("""{ "extensions": """)]
    public void A_wrong_value_is_named_in_one_sentence(string text)
    {
        File.WriteAllText(_file, text);
        var error = Assert.Throws<UserErrorException>(() => HostSettings.Read(_file));
        Assert.Contains(_file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pool_for_computing_work_is_narrow_and_fetches_little_ahead()
    {
        var settings = new HostSettings { BatchSize = 8, NewBatchThreshold = 4 };
        Assert.Equal((8, 4, 12), Widths(QueuePlan.From(settings)));
        Assert.Equal((4, 1, 1), Widths(QueuePlan.From(settings, parallel: 1)));

        static (int Batch, int Threshold, int Parallel) Widths(QueuePlan plan) => (plan.BatchSize, plan.NewBatchThreshold, plan.Parallel);
    }

    public void Dispose() => File.Delete(_file);
}
