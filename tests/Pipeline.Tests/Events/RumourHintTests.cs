using SentimentWatch.Pipeline.Events;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Tests.Events;

/// <summary>Where an official word and others disagree within one event, a person is told, in the words of both.</summary>
public sealed class RumourHintTests(ITestOutputHelper output)
{
    private static readonly Masker Masker = new("test");

    [Fact]
    public void Most_disagreements_are_seen_and_hardly_any_that_are_none()
    {
        var missed = RumourCases.Disagree.Where(pair => HintOf(pair) is null).ToList();
        var wrong = RumourCases.Agree.Where(pair => HintOf(pair) is not null).ToList();
        foreach (var (_, official, other) in missed)
        {
            output.WriteLine($"missed: {official} | {other}");
        }

        foreach (var pair in wrong)
        {
            output.WriteLine($"wrong: {HintOf(pair)}");
        }

        var found = RumourCases.Disagree.Length - missed.Count;
        output.WriteLine($"recall {found}/{RumourCases.Disagree.Length}, precision {found}/{found + wrong.Count}");
        Assert.Equal((40, 60), (RumourCases.Disagree.Length, RumourCases.Agree.Length));
        Assert.InRange(missed.Count, 0, 4);
        Assert.InRange(wrong.Count, 0, 2);
    }

    [Theory]
    [InlineData("辟谣！海棠里地铁站发生踩踏系谣言，现场秩序正常。", "海棠里地铁站早高峰太挤了，建议限流。")]
    [InlineData("网传拆迁补偿翻倍不实，以公告为准。", "拆迁补偿太低，不够买房。")]
    public void The_same_thing_without_what_was_denied_of_it_is_no_disagreement(string official, string other) => Assert.Null(HintOf((false, official, other)));

    [Fact]
    public void The_hint_quotes_both_sides_and_invents_nothing()
    {
        var pair = RumourCases.Disagree[0];
        var hint = HintOf(pair)!;

        Assert.Contains("“【辟谣】网传云溪华庭自来水检出农药超标系谣言，水质检测各项指标合格”", hint, StringComparison.Ordinal);
        Assert.Contains("说法相反：“云溪华庭的自来水农药超标，大家千万别喝，孩子都吐了”，请人工核实", hint, StringComparison.Ordinal);
        Assert.StartsWith("政务微博 3 月 2 日官方", hint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_is_contradicted_only_by_who_speaks_after_it_and_a_report_is_not_quoted()
    {
        var (_, reply, other) = RumourCases.Disagree[25];
        var answered = Record("a", Told.Start, "厂子夜里排废气。", reply);

        Assert.NotNull(RumourHint.Of([answered, Record("b", Told.Start.AddDays(3), other)]));
        Assert.Null(RumourHint.Of([answered, Record("b", Told.Start.AddHours(1), other)]));
        Assert.Null(RumourHint.Of([answered, Record("b", Told.Start.AddDays(3), other) with { Kind = "report" }]));
    }

    [Fact]
    public void Most_records_take_no_stance_so_that_hardly_any_event_is_read_for_it()
    {
        Assert.All(Told.LiftTexts.Concat(Told.SmokeTexts), text => Assert.Equal(Stance.None, Stances.Of(Record("x", Told.Start, text.Body))));
        Assert.Equal(Stance.Denies, Stances.Of(Record("x", Told.Start, RumourCases.Disagree[0].Official)));
        Assert.Equal(Stance.Disputes, Stances.Of(Record("x", Told.Start, RumourCases.Disagree[^1].Other)));
        Assert.Equal(Stance.Answers, Stances.Of(Record("x", Told.Start, "电梯坏了。", "已安排维修。")));
    }

    private static string? HintOf((bool IsReply, string Official, string Other) pair) => RumourHint.Of(
    [
        pair.IsReply ? Record("a", Told.Start, "反映一件事，请处理。", pair.Official) : Record("a", Told.Start, pair.Official),
        Record("b", Told.Start.AddDays(3), pair.Other),
    ]);

    private static CitizenRecord Record(string id, DateTimeOffset at, string body, string? reply = null) => Masker.Mask(new SubmittedRecord
    {
        Channel = reply is null ? Channels.Weibo : Channels.Hotline,
        SourceId = id,
        ReceivedAt = at,
        Body = body,
        Handling = reply is null ? null : new Handling { Reply = reply, RepliedAt = at.AddDays(1) },
    });
}
