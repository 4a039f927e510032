using CsCheck;
using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Tests.Alerts.Lives;

/// <summary>Something that one of two writers does to an alert.</summary>
/// <param name="What">next (the step that suits the state, by whom it suits), step (any), join, wait or timer.</param>
/// <param name="Unit">Who acts.</param>
/// <param name="Step">The step they want to take, legal or not.</param>
/// <param name="Note">What they say.</param>
/// <param name="To">To whom they want to hand it.</param>
/// <param name="Number">Record of a join; minutes of a wait; days of a 延期.</param>
/// <param name="Grave">Level of a joining record: emergency or urgent.</param>
/// <param name="Again">True when they send it again after the process has died.</param>
internal sealed record LifeStep(string What, string Unit, string Step, string? Note, string? To, int Number, bool Grave, bool Again)
{
    public static readonly string[] Units = ["zjj", "honglou", "csj", "csjz", "qzfb", "wxb", "fgj", AlertActors.Admin];

    private static readonly Gen<string> AnyStep = Gen.Frequency(
        (6, Pick.Of("签收", "办理", "回应", "办结", "退回")),
        (4, Pick.Of("重办", "改派", "延期", "督办", "催办", "回访", "误报")),
        (1, Pick.Of("升级", "黄牌", "派发", "发现", "x")));

    private static readonly Gen<string> AnyUnit = Gen.Frequency((5, Gen.Const("zjj")), (2, Pick.Of("honglou", "csj", "qzfb", AlertActors.Admin)), (1, Pick.Of(Units)));

    private static readonly Gen<string?> AnyNote = Gen.Frequency<string?>(
        (8, Gen.Const("https://example.org/1 进展：已到场；措施：更换阀门")!), (1, Gen.Const("已到场")!), (1, Gen.Const((string?)null)));

    /// <summary>Any of them.</summary>
    public static readonly Gen<LifeStep> Any =
        from what in Gen.Frequency((6, Gen.Const("next")), (8, Gen.Const("step")), (3, Gen.Const("join")), (2, Gen.Const("wait")), (2, Gen.Const("timer")))
        from unit in AnyUnit
        from step in AnyStep
        from note in AnyNote
        from to in Pick.Of<string?>("zjj", "honglou", "csj", "csjz", "fgj", "nobody", null)
        from number in Gen.Int[1, 40]
        from grave in Gen.Bool
        from again in Gen.Bool
        select new LifeStep(what, unit, step, note, to, number, grave, again);
}
