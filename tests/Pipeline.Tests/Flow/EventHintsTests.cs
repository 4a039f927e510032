using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Tests.Events;
using InsightSamples = SentimentWatch.Pipeline.Tests.Insights.Samples;

namespace SentimentWatch.Pipeline.Tests.Flow;

/// <summary>Hints are added to rows of events, and records are read for it only when they may disagree.</summary>
public sealed class EventHintsTests
{
    private const string Claim = "锦泊花园小区自来水农药超标，孩子喝了拉肚子";
    private const string Debunk = "【辟谣】网传锦泊花园小区自来水农药超标系谣言，水质检测合格。";

    private readonly Texts _texts = new();

    [Fact]
    public async Task A_debunk_and_who_tells_the_opposite_are_shown_and_read_once()
    {
        var row = await RowAsync(null, Claim, "锦泊花园小区的水有农药味", Debunk);
        Assert.Contains($"官方“{Debunk.TrimEnd('。')}”", row.Hint, StringComparison.Ordinal);
        Assert.Contains($"说法相反：“{Claim}”", row.Hint, StringComparison.Ordinal);
        Assert.Equal(3, _texts.Read);

        Assert.Equal(row.Hint, (await RowAsync(row, Claim, "锦泊花园小区的水有农药味", Debunk)).Hint);
        Assert.Equal(3, _texts.Read);
    }

    [Fact]
    public async Task When_the_debunk_is_gone_so_is_the_hint()
    {
        var row = await RowAsync(null, Claim, Debunk);
        Assert.NotNull(row.Hint);
        Assert.Equal((null, ""), await RowAsync(row, Claim) is var after ? (after.Hint, after.HintBasis) : default);
    }

    [Fact]
    public async Task What_nobody_denies_is_not_read()
    {
        Assert.Null((await RowAsync(null, Claim, "锦泊花园小区停水了", "情况通报：因检修停水。")).Hint);
        Assert.Equal(0, _texts.Read);
    }

    [Fact]
    public async Task Words_against_a_unit_are_not_quoted_and_what_is_not_found_is_asked_for_again()
    {
        _texts.Recused = true;
        Assert.Null((await RowAsync(null, Claim, Debunk)).Hint);
        _texts.Recused = false;
        _texts.Missing = true;
        var row = await RowAsync(null, Claim, Debunk);
        Assert.Equal((null, ""), (row.Hint, row.HintBasis));
        _texts.Missing = false;
        Assert.NotNull((await RowAsync(row, Claim, Debunk)).Hint);
    }

    private async Task<StoredEvent> RowAsync(StoredEvent? old, params string[] bodies)
    {
        _texts.Bodies = bodies;
        var times = bodies.Select((_, i) => Told.Start.AddHours(i)).ToList();
        var matter = new MatterEvent("E20260302-00000001", [.. bodies.Select((_, i) => $"weibo:{i}")], "weibo:0", ["weibo"], "swj", new BurstState(Told.Start, "blue", "", 3, EventLife.New), null, [])
        {
            Times = times,
            Stances = [.. bodies.Select(body => Stances.Of(InsightSamples.Stored("x", body).Record))],
        };
        var stored = old is null ? new Dictionary<string, StoredEvent>() : new Dictionary<string, StoredEvent> { [old.Id] = old };
        var found = new SortedDictionary<string, StoredEvent> { [matter.Id] = new StoredEvent(matter.Id) };
        await new EventHints(_texts, stored).AddAsync(found, [new NamedMatter(matter, matter.Id, [], null)], TestContext.Current.CancellationToken);
        return found[matter.Id];
    }

    private sealed class Texts : IEventTexts
    {
        public string[] Bodies { get; set; } = [];

        public bool Recused { get; set; }

        public bool Missing { get; set; }

        public int Read { get; private set; }

        public Task<IReadOnlyDictionary<string, StoredRecord>> ReadAsync(IReadOnlyList<EventMember> members, CancellationToken cancellationToken)
        {
            Read += members.Count;
            return Task.FromResult<IReadOnlyDictionary<string, StoredRecord>>(members.Skip(Missing ? 1 : 0).ToDictionary(member => member.Key, Of));
        }

        private StoredRecord Of(EventMember member)
        {
            var number = int.Parse(member.SourceId, System.Globalization.CultureInfo.InvariantCulture);
            var one = InsightSamples.Stored(member.SourceId, Bodies[number], channel: Channels.Weibo, at: Told.Start.AddHours(number));
            return one with { Verdict = one.Verdict with { Routing = one.Verdict.Routing with { Recused = Recused ? ["swj"] : [] } } };
        }
    }
}
