using CsCheck;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Alerts.Clocks;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Tests.Alerts.Clocks;

/// <summary>Whatever a source claims, the deadline that runs is sound.</summary>
public sealed class BindingDeadlineProperty
{
    private static readonly RecordDeadlines Deadlines = new(Counting.Calculator, new AlertRules());

    private static readonly Gen<DateTimeOffset> Times =
        Gen.Int[0, (int)(Counting.At("2026-10-01") - Counting.At("2024-02-01")).TotalMinutes].Select(minutes => Counting.At("2024-02-01").AddMinutes(minutes));

    private static readonly Gen<DateTimeOffset?> Claims =
        Gen.Select(Gen.Bool, Gen.Int[-5, 40], Gen.Int[0, 1439], (there, days, minutes) => there ? (DateTimeOffset?)Counting.At("2024-01-01").AddDays(days).AddMinutes(minutes) : null);

    [Fact]
    public void No_deadline_outlasts_the_law_and_its_extension_nor_lies_before_receipt() =>
        Gen.Select(Times, Gen.OneOf(Gen.Const("hotline"), Gen.Const("petition"), Gen.Const("wechat")), Claims, Claims, Claims).Sample((received, channel, due, cityDue, extended) =>
        {
            // Claims lie around the receipt.
            DateTimeOffset? Near(DateTimeOffset? claim) => claim is { } time ? received + (time - Counting.At("2024-01-01")) : null;
            var handling = new Handling { DueAt = Near(due), CityDueAt = Near(cityDue), ExtendedTo = Near(extended) };
            var clocks = Deadlines.Of(new CitizenRecord { Channel = channel, SourceId = "1", ReceivedAt = received, Body = "路灯不亮", Handling = handling });
            foreach (var deadline in clocks.Deadlines)
            {
                Assert.True(deadline.StartAt < deadline.DueAt && received <= deadline.DueAt);
                Assert.Equal(deadline.DueAt, Assert.Single(deadline.Marks, mark => mark.Kind == AlertMark.Due).At);
                Assert.Equal(deadline.Marks.OrderBy(mark => mark.At), deadline.Marks);
                Assert.All(deadline.Marks, mark => Assert.True(mark.At > deadline.StartAt && mark.At.Ticks % TimeSpan.TicksPerSecond == 0));
                if (deadline.Clock != RecordDeadlines.SourceClock)
                {
                    var longest = deadline.Clock switch
                    {
                        "hotline.reply" => "hotline-extension.extension",
                        "petition.conclude" => "petition.extension",
                        _ => deadline.Clock,
                    };
                    Assert.True(deadline.DueAt <= Counting.Calculator.Of(longest, received).Single().DueAt);
                }

                if (handling.ExtendedTo is null && deadline.StopsAt != AlertStop.Acknowledged)
                {
                    var claims = new[] { handling.DueAt, handling.CityDueAt }.OfType<DateTimeOffset>();
                    Assert.All(claims.Where(claim => claim > received && claim.TimeOfDay != TimeSpan.Zero), claim => Assert.True(deadline.DueAt <= claim));
                }
            }
        });
}
