using CsCheck;
using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Tests.Routing;

namespace SentimentWatch.Pipeline.Tests.Events;

/// <summary>Many speak of one topic in one area, each of a matter of their own.</summary>
public sealed class TopicBurstTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateOnly Day = new(2026, 3, 4);
    private static readonly DistrictView View = new(Licheng.District);

    [Fact]
    public void Forty_calls_on_water_in_one_street_each_about_another_estate_are_noticed()
    {
        var book = Book([.. Usual(), .. Calls("water-cut", "wangsheren", 40, Noon)]);

        var burst = Assert.Single(book.TopicBursts(Day));
        Assert.Equal(("water-cut", "wangsheren", "王舍人·停水", "orange", 1, 40), (burst.Topic, burst.Area, burst.Name, burst.Level, burst.Days, burst.Voices));
        Assert.Matches("^王舍人·停水：3 月 4 日 40 人各自反映，近 13 周平均每天 (0\\.9|1(\\.[0-9])?) 件，未归为同一件事$", burst.Why);
        Assert.Empty(book.Raised());
        Assert.Empty(book.TopicBursts(Day.AddDays(-1)));
    }

    [Fact]
    public void An_ordinary_day_one_account_and_a_raised_matter_are_none()
    {
        Assert.Empty(Book(Usual()).TopicBursts(Day));
        Assert.Empty(Book([.. Usual(), .. Calls("water-cut", "wangsheren", 40, Noon).Select(r => r with { Voice = 7 })]).TopicBursts(Day));
        Assert.Empty(Book([.. Usual(), .. Enumerable.Range(0, 40).Select(i =>
            Told.Record($"m{i}", Told.LiftTexts[i % 6], "锦泊花园小区", Noon.AddMinutes(i)) with { Street = "wangsheren" })]).TopicBursts(Day));
    }

    [Fact]
    public void Without_a_past_nothing_is_far_above_it() =>
        Assert.Empty(Book([.. Calls("water-cut", "wangsheren", 40, Noon)]).TopicBursts(Day));

    [Fact]
    public void A_slow_rise_shows_in_the_week_and_what_is_spread_over_streets_in_the_district()
    {
        var slow = Assert.Single(Book([.. Usual(), .. Enumerable.Range(0, 7).SelectMany(day => Calls("gas", "tangye", 3, Noon.AddDays(-day)))]).TopicBursts(Day));
        Assert.Equal(("gas", "tangye", 7, 21), (slow.Topic, slow.Area, slow.Days, slow.Voices));

        var wide = Assert.Single(Book([.. Usual(), .. new[] { "tangye", "huashan", "baoshan", "guodian", "suncun", "caishi" }.SelectMany(street => Calls("gas", street, 5, Noon))]).TopicBursts(Day));
        Assert.Equal(("历城·燃气", ""), (wide.Name, wide.Area));
    }

    [Fact]
    public void Order_and_batches_change_nothing()
    {
        List<EventRecord> all = [.. Usual(), .. Calls("water-cut", "wangsheren", 40, Noon), .. Calls("gas", "tangye", 12, Noon)];
        var calm = Book(all).TopicBursts(Day);
        Assert.Equal(2, calm.Count);
        Gen.Select(Gen.Shuffle(all.ToArray()), Gen.Int[1, 90]).Sample(
            (shuffled, size) =>
            {
                var book = new EventBook(new EventRules(), view: View);
                foreach (var batch in shuffled.Chunk(size))
                {
                    book.Take(batch);
                }

                Assert.True(book.TopicBursts(Day).Zip(calm).All(pair => pair.First.Says(pair.Second)));
            },
            iter: 20);
    }

    [Fact]
    public void Days_before_the_window_are_remembered_and_not_counted_twice()
    {
        var (whole, late) = (Book(Usual()), Book([.. Usual().Where(r => r.ReceivedAt > Noon.AddDays(-20)), .. Calls("water-cut", "wangsheren", 40, Noon)]));
        Assert.Empty(late.TopicBursts(Day));
        for (var day = Day.AddDays(-95); day < Day; day = day.AddDays(1))
        {
            late.Topics.Remember(new TopicDay(day, whole.Topics.CountsOn(day), []));
        }

        Assert.Equal(Book([.. Usual(), .. Calls("water-cut", "wangsheren", 40, Noon)]).TopicBursts(Day)[0].Why, Assert.Single(late.TopicBursts(Day)).Why);
    }

    // Of all kinds a little in every street, of water in Wangsheren one a day.
    private static List<EventRecord> Usual() =>
    [
        .. Enumerable.Range(1, 91).SelectMany(back => Calls("water-cut", "wangsheren", 1, Noon.AddDays(-back))),
        .. Enumerable.Range(1, 91).SelectMany(back => Calls("noise", "huashan", 3, Noon.AddDays(-back))),
        .. Enumerable.Range(1, 13).SelectMany(back => Calls("gas", "tangye", 1, Noon.AddDays(-7 * back))),
    ];

    private static IEnumerable<EventRecord> Calls(string kind, string street, int count, DateTimeOffset at) => Enumerable.Range(0, count).Select(i =>
    {
        var key = $"hotline:{kind}-{street}-{at:MMdd}-{i}";
        return new EventRecord(key, at.AddMinutes(i), StableHash.Of(key), "hotline", "swj", 0.9f, 0, 0, Told.Kind(kind, (int)(StableHash.Of(key) >> 34))) { Street = street };
    });

    private static EventBook Book(IReadOnlyList<EventRecord> records)
    {
        var book = new EventBook(new EventRules(), view: View);
        book.Take(records);
        return book;
    }
}
