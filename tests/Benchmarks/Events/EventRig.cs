using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.SelfHost.Hosting;

namespace SentimentWatch.Benchmarks.Events;

/// <summary>The real judge, router and event room, and where their test data lies.</summary>
internal sealed class EventRig : IAsyncDisposable
{
    private readonly ServiceProvider _services = BareServices.Build();
    private readonly Masker _masker = new("benchmark");

    /// <summary>Folder of the invented texts and the gold file beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Events");

    /// <summary>The district's places.</summary>
    public Areas Areas => _services.GetRequiredService<District>().Areas;

    /// <summary>What sketches are drawn with.</summary>
    public SketchTables Tables => _services.GetRequiredService<SketchTables>();

    /// <summary>When a matter is raised.</summary>
    public EventRules Rules => _services.GetRequiredService<EventRules>();

    /// <summary>The stream, masked, in order of time.</summary>
    public async Task<IReadOnlyList<CitizenRecord>> StreamAsync(string data, CancellationToken cancellationToken)
    {
        var records = new List<CitizenRecord>();
        await using var file = File.OpenRead(Path.Combine(data, "stream", "messages_2019h1.csv"));
        await foreach (var line in RecordReader.ReadAsync(file, RecordFormat.Csv, Channels.Minsheng, cancellationToken))
        {
            records.Add(_masker.Mask(line.Record ?? throw new InvalidDataException($"line {line.Line}: {line.Reason}")));
        }

        return records;
    }

    /// <summary>A maker of invented matters; the same seed makes the same. Many names when hundreds of thousands of matters are needed.</summary>
    public BurstMaker Maker(int seed, bool manyNames = false)
    {
        var random = new Random(seed);
        return new BurstMaker(InventedText.Load(Folder), new NameMaker(Areas, random, manyNames), random);
    }

    /// <summary>Loads what judges records, as an instance at work has it.</summary>
    public void LoadJudge() => _services.GetRequiredService<IRecordJudge>();

    /// <summary>The records as they would be stored.</summary>
    public IEnumerable<CitizenRecord> Mask(IEnumerable<SubmittedRecord> records) => records.Select(_masker.Mask);

    /// <summary>Runs records through the replay.</summary>
    public IReadOnlyList<ReplayedEvent> Replay(IReadOnlyList<CitizenRecord> records, CancellationToken cancellationToken) =>
        [.. new EventReplay(_services.GetRequiredService<IRecordJudge>(), Tables, Rules, _services.GetRequiredService<DistrictView>()).Run(records, cancellationToken)];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
