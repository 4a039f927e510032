using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.Pipeline.Tests.Alerts.Clocks;

/// <summary>Which deadlines a record starts.</summary>
public sealed class RecordDeadlinesTests
{
    private static readonly RecordDeadlines Deadlines = new(Counting.Calculator, new AlertRules());

    [Fact]
    public void A_hotline_order_has_its_reply_with_reminder_cards_and_offices()
    {
        // Reply: 09-28 09-29 09-30 | 国庆 | 10-08 10-09.
        var deadline = Only(Of("hotline", "2026-09-24 08:00:00"));
        Assert.Equal("hotline.reply", deadline.Clock);
        Assert.Equal(AlertStop.Closed, deadline.StopsAt);
        Assert.Equal(Counting.At("2026-09-24 08:00:00"), deadline.StartAt);
        Assert.Equal(Counting.At("2026-10-09 23:59:59"), deadline.DueAt);
        Assert.Equal(
            [
                new AlertMark(AlertMark.Remind, Counting.At("2026-10-02 03:59:59")), // half of 15 days and 16 hours less a second
                new AlertMark(AlertMark.Yellow, Counting.At("2026-10-08 09:00:00")),
                new AlertMark(AlertMark.Due, Counting.At("2026-10-09 23:59:59")),
                new AlertMark(AlertMark.Red, Counting.At("2026-10-10 09:00:00")),
                new AlertMark(AlertMark.Office, Counting.At("2026-10-10 23:59:59")),
            ],
            deadline.Marks);
    }

    [Fact]
    public void It_is_counted_from_the_units_receipt_where_the_source_tells_it() =>
        Assert.Equal( // 09-29 09-30 | 国庆 | 10-08 10-09 10-10S
            Counting.At("2026-10-10 23:59:59"), Only(Of("hotline", "2026-09-24", new Handling { DispatchedAt = Counting.At("2026-09-28 09:00") })).DueAt);

    [Theory]
    [InlineData("2026-10-08 17:00", "2026-09-30 12:00", "2026-09-30 12:00:00")] // the city's is the earliest
    [InlineData("2026-09-29", "2026-10-08", "2026-09-29 23:59:59")] // the district's, a day alone: to its end
    [InlineData("2026-10-20", "2026-10-21", "2026-10-09 23:59:59")] // the law's own
    [InlineData("2026-10-20", null, "2026-10-09 23:59:59")]
    [InlineData(null, "2026-10-01", "2026-10-01 23:59:59")]
    public void Of_city_district_and_law_the_earliest_binds(string? district, string? city, string due)
    {
        var handling = new Handling { DueAt = district is null ? null : Counting.At(district), CityDueAt = city is null ? null : Counting.At(city) };
        var clocks = Of("hotline", "2026-09-24 08:00", handling);
        Assert.Equal(Counting.At(due), Only(clocks).DueAt);
        Assert.Empty(clocks.Faults);
    }

    [Fact]
    public void A_deadline_before_receipt_is_not_believed()
    {
        var clocks = Of("hotline", "2026-09-24 08:00", new Handling { DueAt = Counting.At("2025-09-30") });
        Assert.Equal(Counting.At("2026-10-09 23:59:59"), Only(clocks).DueAt);
        Assert.Equal("来源写明的办结期限（2025-09-30 23:59）早于收到时间，未采用。", Assert.Single(clocks.Faults));
    }

    [Theory]
    [InlineData("2026-10-12", "2026-10-12 23:59:59", 0)]
    [InlineData("2026-10-22", "2026-10-22 23:59:59", 0)] // the tenth: 10-10S 10-12 10-13 10-14 10-15 10-16 10-19 10-20 10-21 10-22
    [InlineData("2026-10-23", "2026-10-09 23:59:59", 1)] // beyond the law
    [InlineData("2026-10-01", "2026-10-09 23:59:59", 0)] // no later than the deadline
    public void The_sources_extension_counts_within_the_law(string extendedTo, string due, int faults)
    {
        var clocks = Of("hotline", "2026-09-24 08:00", new Handling { ExtendedTo = Counting.At(extendedTo) });
        Assert.Equal(Counting.At(due), Only(clocks).DueAt);
        Assert.Equal(faults, clocks.Faults.Count);
    }

    [Fact]
    public void An_extension_is_measured_from_the_deadline_that_binds() =>
        Assert.Equal( // from 09-29: 09-30 10-08 10-09 10-10S 10-12 10-13 10-14 10-15 10-16 10-19
            "来源写明的延期（2026-10-20 23:59）超过“济南12345热线·办结答复”最迟可延至的 2026-10-19 23:59，未采用。",
            Assert.Single(Of("hotline", "2026-09-24 08:00", new Handling { DueAt = Counting.At("2026-09-29"), ExtendedTo = Counting.At("2026-10-20") }).Faults));

    [Fact]
    public void A_petition_is_accepted_in_15_days_and_concluded_in_60()
    {
        var clocks = Of("petition", "2026-01-31 10:00");
        Assert.Equal(["petition-accept.accept", "petition.conclude"], clocks.Deadlines.Select(deadline => deadline.Clock));
        Assert.Equal([Counting.At("2026-02-15 23:59:59"), Counting.At("2026-04-01 23:59:59")], clocks.Deadlines.Select(deadline => deadline.DueAt));
        Assert.All(clocks.Deadlines, deadline => Assert.Equal(["remind", "due", "office"], deadline.Marks.Select(mark => mark.Kind)));
    }

    [Fact]
    public void Once_accepted_it_is_concluded_60_days_from_then() =>
        Assert.Equal( // 02-10 + 60: 02-28 is day 18, 03-31 day 49, 04-11 day 60
            [("petition.conclude", Counting.At("2026-04-11 23:59:59"))],
            Of("petition", "2026-01-31 10:00", new Handling { AcceptedAt = Counting.At("2026-02-10 09:00") }).Deadlines.Select(deadline => (deadline.Clock, deadline.DueAt)));

    [Fact]
    public void What_is_replied_or_closed_runs_no_more()
    {
        Assert.Empty(Of("hotline", "2026-09-24", new Handling { RepliedAt = Counting.At("2026-09-25") }).Deadlines);
        Assert.Empty(Of("petition", "2026-01-31", new Handling { ClosedAt = Counting.At("2026-02-25") }).Deadlines);
    }

    [Fact]
    public void A_channel_without_a_clock_keeps_to_its_sources_deadline()
    {
        Assert.Empty(Of("wechat", "2026-09-24").Deadlines);
        var deadline = Only(Of("minsheng", "2026-09-24", new Handling { DueAt = Counting.At("2026-09-30") }));
        Assert.Equal((RecordDeadlines.SourceClock, Counting.At("2026-09-30 23:59:59")), (deadline.Clock, deadline.DueAt));
    }

    [Fact]
    public void A_missing_year_is_told_and_holds_nothing_up()
    {
        var none = Of("hotline", "2026-12-28");
        Assert.Empty(none.Deadlines);
        Assert.Equal(
            "“济南12345热线·办结答复”的期限无法计算：calendar.json 缺少 2027 年，请按国务院办公厅关于2027年部分节假日安排的通知补充。", Assert.Single(none.Faults));

        var given = Of("hotline", "2026-12-28", new Handling { CityDueAt = Counting.At("2026-12-31") });
        Assert.Equal(Counting.At("2026-12-31 23:59:59"), Only(given).DueAt);
        Assert.Equal(["remind", "yellow", "due", "office"], Only(given).Marks.Select(mark => mark.Kind));
        Assert.Equal(2, given.Faults.Count);
        Assert.Contains("红牌", given.Faults[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_name_an_unknown_clock_are_refused() =>
        Assert.Contains(
            "'hotline.fly'",
            Assert.Throws<DistrictException>(() => new RecordDeadlines(
                Counting.Calculator, new AlertRules { ChannelClocks = new Dictionary<string, IReadOnlyList<string>> { ["hotline"] = ["hotline.fly"] } })).Message,
            StringComparison.Ordinal);

    private static AlertDeadline Only(RecordClocks clocks) => Assert.Single(clocks.Deadlines);

    private static RecordClocks Of(string channel, string received, Handling? handling = null) => Deadlines.Of(
        new CitizenRecord { Channel = channel, SourceId = "1", ReceivedAt = Counting.At(received), Body = "路灯不亮", Handling = handling });
}
