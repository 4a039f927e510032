using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Notify;
using SentimentWatch.Pipeline.Notify.Grouping;
using SentimentWatch.Pipeline.Notify.Teams;
using SentimentWatch.Pipeline.Notify.Words;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Benchmarks.Cards;

/// <summary>The product's own card writers, with the shipped district and a clock that stands still.</summary>
internal sealed class CardRoom : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private CardRoom(ServiceProvider services) => _services = services;

    /// <summary>Every card.</summary>
    public CardSamples Samples => new(_services.GetRequiredService<AlertCard>(), _services.GetRequiredService<CommandCard>(), _services.GetRequiredService<NewsLine>());

    /// <summary>Names of units.</summary>
    public IUnitNames Units => _services.GetRequiredService<IUnitNames>();

    /// <summary>Deadlines in words.</summary>
    public DeadlineWords Deadlines => _services.GetRequiredService<DeadlineWords>();

    /// <summary>Makes the parts.</summary>
    public static CardRoom Open()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("SentimentWatch:PublicUrl", "https://watch.example.org"),
            new("SentimentWatch:Ack:SigningKeys:0", "a-key-for-the-pictures"),
        ]).Build();
        return new CardRoom(new ServiceCollection()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton<TimeProvider>(new StandingClock())
            .AddLogging()
            .AddRouting(settings)
            .AddAlerts()
            .AddNotify(settings)
            .BuildServiceProvider());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => SampleAlerts.Now.ToUniversalTime();
    }
}
