namespace SentimentWatch.Pipeline.Alerts;

/// <summary>A running deadline of an alert.</summary>
/// <param name="Clock"><c>acknowledge</c>, or clock.step of <c>clocks.json</c> (<c>hotline.reply</c>, <c>petition.conclude</c>).</param>
/// <param name="StartAt">When it began to run.</param>
/// <param name="DueAt">Last second in which it is kept.</param>
/// <param name="StopsAt">What stops it: acknowledged, answered or closed.</param>
/// <param name="Marks">When the product acts on it, ascending.</param>
public sealed record AlertDeadline(string Clock, DateTimeOffset StartAt, DateTimeOffset DueAt, string StopsAt, IReadOnlyList<AlertMark> Marks);

/// <summary>A moment of a deadline at which the product acts.</summary>
/// <param name="Kind">
/// remind (half of the time), yellow (黄牌), due (the deadline itself: to the parent unit), red (红牌),
/// office (one more limit later: to the offices), repeat (each four hours after that while nobody acknowledged).
/// </param>
/// <param name="At">When.</param>
public sealed record AlertMark(string Kind, DateTimeOffset At);
