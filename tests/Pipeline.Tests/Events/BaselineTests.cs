using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Tests.Routing;

namespace SentimentWatch.Pipeline.Tests.Events;

/// <summary>What a topic has in an area at other times.</summary>
public sealed class BaselineTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly EventRules Rules = new();
    private static readonly DistrictView View = new(Licheng.District);

    [Fact]
    public void Without_a_past_there_is_none()
    {
        var tally = new TopicTally();
        Add(tally, "heating", "quanfu", Monday, 9);

        Assert.Null(Of(tally, "heating", "quanfu", Monday, 7));
    }

    [Fact]
    public void A_weekly_rate_comes_back()
    {
        var tally = Even("heating", "quanfu", perDay: 2, weeks: 13);

        var usual = Of(tally, "heating", "quanfu", Monday, 7)!;

        Assert.InRange(usual.Mean, 12.5, 14.5);
        Assert.Equal(13, usual.Weeks);
        Assert.False(usual.IsSeasonal);
        Assert.InRange(usual.SurpriseAt(14), 0, 0.6);
        Assert.InRange(usual.SurpriseAt(31), 2, 6);
        Assert.InRange(usual.SurpriseAt(60), 5, Expectation.Most);
    }

    [Fact]
    public void A_burst_in_the_past_does_not_become_the_rule()
    {
        var tally = Even("heating", "quanfu", perDay: 1, weeks: 13);
        Add(tally, "heating", "quanfu", Monday.AddDays(-20), 80);

        Assert.InRange(Of(tally, "heating", "quanfu", Monday, 7)!.Mean, 6, 11);
    }

    [Fact]
    public void Days_off_have_a_rate_of_their_own()
    {
        var tally = new TopicTally();
        foreach (var day in Days(Monday, 91).Where(day => View.KindOf(day) == DayKind.Workday))
        {
            Add(tally, "deed", "quanfu", day, 4);
        }

        Assert.True(Of(tally, "deed", "quanfu", Monday, 1)!.Mean > 3 * Of(tally, "deed", "quanfu", Monday.AddDays(5), 1)!.Mean);
    }

    [Fact]
    public void Worked_weekends_and_holidays_follow_the_calendar_and_a_year_it_lacks_has_none()
    {
        Assert.Equal(DayKind.Holiday, View.KindOf(new DateOnly(2026, 10, 5)));
        Assert.Equal(DayKind.Workday, View.KindOf(new DateOnly(2026, 2, 28)));
        Assert.Equal(DayKind.Weekend, View.KindOf(new DateOnly(2026, 3, 7)));
        Assert.Equal(DayKind.Workday, View.KindOf(new DateOnly(2019, 10, 1)));
    }

    [Fact]
    public void What_rises_every_year_at_this_time_is_expected_to()
    {
        var start = new DateOnly(2026, 11, 15);
        var tally = new TopicTally();
        foreach (var day in Enumerable.Range(0, 470).Select(back => start.AddDays(-1 - back)))
        {
            Add(tally, "noise", "quanfu", day, 5);
            var heats = day >= new DateOnly(2025, 11, 15) && day <= new DateOnly(2026, 3, 15);
            Add(tally, "heating", "quanfu", day, heats ? 6 : day.DayNumber % 7 == 0 ? 1 : 0);
        }

        var usual = Of(tally, "heating", "quanfu", start, 7)!;
        Assert.True(usual.IsSeasonal);
        Assert.InRange(usual.Mean, 3, 42);
        Assert.InRange(Of(tally, "noise", "quanfu", start, 7)!.Mean, 30, 40);
        Assert.True(Of(tally, "heating", "quanfu", start.AddDays(-60), 7)!.Mean < 3);
    }

    [Fact]
    public void An_area_hardly_heard_of_is_drawn_towards_the_topic_and_its_own_size()
    {
        var tally = Even("heating", "quanfu", perDay: 4, weeks: 13);
        foreach (var day in Days(Monday, 91).Where(day => day.DayNumber % 7 == 0))
        {
            Add(tally, "noise", "dongjia", day, 1);
        }

        // Nobody there ever spoke of heating; it is not taken for impossible.
        var usual = Of(tally, "heating", "dongjia", Monday, 7)!;
        Assert.InRange(usual.Mean, 0.02, 1);
        Assert.InRange(usual.SurpriseAt(1), 0.2, 2);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(3)]
    [InlineData(30)]
    public void Chance_alone_seldom_surprises(double perWeek)
    {
        var random = new Random(5);
        var (high, far, count) = (0, 0, 600);
        for (var round = 0; round < count; round++)
        {
            var tally = Even("noise", "shanda", perDay: 1, weeks: 13);
            foreach (var day in Days(Monday, 91))
            {
                Add(tally, "gas", "quanfu", day, Poisson(random, perWeek / 7));
            }

            var surprise = Of(tally, "gas", "quanfu", Monday, 7)!.SurpriseAt(Poisson(random, perWeek));
            (high, far) = (high + (surprise >= 1.3 ? 1 : 0), far + (surprise >= 3 ? 1 : 0));
        }

        Assert.InRange(high, 0, count * 0.08);
        Assert.InRange(far, 0, count * 0.006);
    }

    [Fact]
    public void The_level_rises_with_surprise_and_falls_where_it_is_as_busy_as_ever_and_the_reason_says_so()
    {
        var (start, rules) = (Told.Start, new EventRules { YellowHeat = 11 });
        List<EventRecord> Past(int perDay) =>
        [
            .. Enumerable.Range(0, 70 * perDay).Select(i => Told.Record($"p{i}", "hotline", null, $"来电反映某处第{i}号楼电梯停运。", start.AddDays(-1 - (i / perDay))) with { Sketch = Told.Kind("elevator", i), Street = "quanfu" }),
            .. Enumerable.Range(0, 70).Select(i => Told.Record($"q{i}", "hotline", null, "来电反映路灯不亮。", start.AddDays(-1 - i)) with { Sketch = Told.Kind("street-lamp", i), Street = "shanda" }),
        ];
        BurstState Judged(int perDay)
        {
            var book = new EventBook(rules, view: View);
            book.Take([.. perDay == 0 ? [] : Past(perDay), .. Told.Lift("锦泊花园小区", "a", start).Select(r => r with { Street = "quanfu" })]);
            return book.Raised().Single(matter => matter.Records.Count == 6).State;
        }

        var (unknown, busy, quiet) = (Judged(0), Judged(5), Judged(1));
        var rare = new EventBook(rules, view: View);
        rare.Take([.. Past(1).Where(r => r.Street == "shanda"), .. Told.Lift("锦泊花园小区", "a", start).Select(r => r with { Street = "quanfu" })]);

        Assert.Contains("全福·电梯 记录不足 4 周，暂无常年数据", unknown.Why, StringComparison.Ordinal);
        Assert.Matches("全福·电梯 近 10 周平均每周 3[0-9] 件，这 7 天 [0-9]+ 件，与平常相当", busy.Why);
        Assert.Equal("blue", busy.Level);
        Assert.Equal("yellow", unknown.Level);
        Assert.Matches("近 10 周平均每周 (6|7)", quiet.Why);
        Assert.Contains("远高于平常", rare.Raised().Single(matter => matter.Records.Count == 6).State.Why, StringComparison.Ordinal);
    }

    private static TopicTally Even(string topic, string area, int perDay, int weeks)
    {
        var tally = new TopicTally();
        foreach (var day in Days(Monday, 7 * weeks))
        {
            Add(tally, topic, area, day, perDay);
        }

        return tally;
    }

    private static IEnumerable<DateOnly> Days(DateOnly before, int count) => Enumerable.Range(1, count).Select(back => before.AddDays(-back));

    private static void Add(TopicTally tally, string topic, string area, DateOnly day, int count) =>
        tally.Add(tally.TopicNumber(topic), tally.AreaNumber(area), day, count);

    private static Expectation? Of(TopicTally tally, string topic, string area, DateOnly first, int days) =>
        new Baseline(tally, View, Rules).Of(tally.TopicNumber(topic), tally.AreaNumber(area), first, days);

    private static int Poisson(Random random, double mean)
    {
        var (count, product, least) = (-1, 1.0, Math.Exp(-mean));
        do
        {
            product *= random.NextDouble();
            count++;
        }
        while (product > least);
        return count;
    }
}
