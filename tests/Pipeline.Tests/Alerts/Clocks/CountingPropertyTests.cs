using CsCheck;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;
using SentimentWatch.Pipeline.Tests.Routing;

namespace SentimentWatch.Pipeline.Tests.Alerts.Clocks;

/// <summary>What holds for every receipt of the known years.</summary>
public sealed class CountingPropertyTests
{
    private static readonly Gen<DateTimeOffset> Receipts =
        Gen.Int[0, (int)(Counting.At("2026-10-31") - Counting.At("2024-01-01")).TotalSeconds].Select(seconds => Counting.At("2024-01-01").AddSeconds(seconds));

    private static readonly Gen<DateOnly> Days = Receipts.Select(ShanghaiTime.DayOf);

    private static readonly (string Key, ClockRule Rule)[] OfWorkingDays =
    [
        .. from clock in Licheng.District.Clocks
           from rule in clock.Rules
           where rule.Unit == ClockUnit.WorkingDays
           select ($"{clock.Code}.{rule.Step}", rule),
    ];

    [Fact]
    public void A_clock_of_working_days_never_falls_due_on_another_day() =>
        Gen.Select(Receipts, OneOf(OfWorkingDays)).Sample((received, of) =>
        {
            var deadline = Counting.Calculator.Of(of.Key, received).Single();
            Assert.True(Works(ShanghaiTime.DayOf(deadline.DueAt)));
            Assert.All(deadline.CountedDays, day => Assert.True(Works(day)));
            Assert.Equal(Math.Abs(of.Rule.Amount), deadline.CountedDays.Count);
        });

    [Fact]
    public void Counting_each_day_between_agrees() =>
        Gen.Select(Days, Gen.Int[1, 15]).Sample((day, count) =>
        {
            var due = Counting.Calculator.AddWorkingDays(day, count);
            Assert.True(Works(due));
            var between = 0;
            for (var at = day.AddDays(1); at <= due; at = at.AddDays(1))
            {
                between += Works(at) ? 1 : 0;
            }

            Assert.Equal(count, between);
        });

    [Fact]
    public void One_working_day_more_is_always_later() =>
        Gen.Select(Days, Gen.Int[-15, 15]).Where(pair => pair.Item1.Year > 2024 || pair.Item1.Month > 2).Sample((day, count) =>
            Assert.True(Counting.Calculator.AddWorkingDays(day, count + 1) > Counting.Calculator.AddWorkingDays(day, count)));

    [Fact]
    public void There_and_back_again() =>
        Gen.Select(Days, Gen.Int[1, 15]).Where(pair => Works(pair.Item1)).Sample((day, count) =>
            Assert.Equal(day, Counting.Calculator.AddWorkingDays(Counting.Calculator.AddWorkingDays(day, count), -count)));

    [Fact]
    public void What_comes_later_never_falls_due_earlier() =>
        Gen.Select(Receipts, Receipts, OneOf(Keys())).Sample((one, other, key) =>
        {
            var (early, late) = one <= other ? (one, other) : (other, one);
            Assert.True(Counting.Calculator.Of(key, early).Single().DueAt <= Counting.Calculator.Of(key, late).Single().DueAt);
        });

    [Fact]
    public void Yellow_comes_before_the_deadline_and_red_after_it() =>
        Receipts.Sample(received =>
        {
            var due = Counting.Calculator.Of("hotline.reply", received).Single().DueAt;
            var cards = Counting.Calculator.Of("hotline-cards", received);
            Assert.True(cards[0].DueAt < due && due < cards[1].DueAt);
            Assert.Equal(Counting.Calculator.WorkingDayBefore(ShanghaiTime.DayOf(due)), ShanghaiTime.DayOf(cards[0].DueAt));
            Assert.Equal(Counting.Calculator.FirstWorkingDayAfter(ShanghaiTime.DayOf(due)), ShanghaiTime.DayOf(cards[1].DueAt));
        });

    [Fact]
    public void The_day_of_receipt_is_counted_only_where_the_rule_says_so() =>
        Gen.Select(Receipts, OneOf([ClockUnit.Days, ClockUnit.WorkingDays]), Gen.Int[1, 20]).Sample((received, unit, amount) =>
        {
            var day = ShanghaiTime.DayOf(received);
            var next = DueOf(unit, unit == ClockUnit.Days ? ClockStart.NextDay : ClockStart.NextWorkingDay, amount, received);
            var same = DueOf(unit, ClockStart.SameDay, amount, received);
            var counts = unit == ClockUnit.Days || Works(day);
            Assert.Equal(counts, same < next);
            Assert.Equal(counts ? DueOf(unit, ClockStart.SameDay, amount + 1, received) : same, next);
        });

    private static DateTimeOffset DueOf(string unit, string start, int amount, DateTimeOffset received) =>
        new DeadlineCalculator([new Clock("c", "钟", [new ClockRule("s", "步", amount, unit, start, "文", "源")])], Licheng.District.Calendar)
            .Of("c", received).Single().DueAt;

    private static Gen<T> OneOf<T>(T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static string[] Keys() => [.. Licheng.District.Clocks.SelectMany(clock => clock.Rules.Select(rule => $"{clock.Code}.{rule.Step}"))];

    private static bool Works(DateOnly day) => Licheng.District.Calendar.IsWorkingDay(day);
}
