using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Takes decisions of persons on doubtful verdicts: into the review row first, under its ETag, then into the record.</summary>
public sealed class ReviewDesk(IReviewBoard board, IDirtyDays dirtyDays, District district, TimeProvider time)
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaximumNote = 500;

    private const string Changed = "这件刚刚有变动，这次没有保存。请核对最新内容后重新提交。";

    /// <summary>Topic labels to choose from.</summary>
    public IReadOnlyList<string> Topics { get; } = [.. district.Topics.TopicFunctions.Select(topic => topic.Label)];

    /// <summary>Function codes to choose from, with their names.</summary>
    public IReadOnlyList<(string Code, string Name)> Functions { get; } = [.. district.Topics.Functions.Select(function => (function.Code, function.Name))];

    /// <summary>A page of open rows, newest first, of one day or back from today.</summary>
    /// <exception cref="FormatException">The continuation is none of ours.</exception>
    public Task<Page<ReviewItem>> OpenAsync(DateOnly? day, int size, string? continuation, CancellationToken cancellationToken) =>
        board.OpenAsync(day, ShanghaiTime.DayOf(time.GetUtcNow()), Math.Clamp(size, 1, 100), continuation, cancellationToken);

    /// <summary>Takes one decision. Of two at once one holds, and the other is told so.</summary>
    public async Task<ReviewAnswer> DecideAsync(ReviewWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (await board.FindAsync(wish.Day, wish.Key, cancellationToken) is not { } item)
        {
            return new ReviewAnswer(ReviewOutcome.NotFound, "没有这件待复核事项。");
        }

        if (item.Decision is { } earlier)
        {
            // Should that decision have died before it reached the record, it does so now.
            await ApplyAsync(item, earlier, cancellationToken);
            return new ReviewAnswer(ReviewOutcome.Taken, $"这件已于 {DayText.Clock(earlier.At)} 复核，这次没有保存。");
        }

        if (Fault(wish, item) is { } fault)
        {
            return new ReviewAnswer(ReviewOutcome.Invalid, fault);
        }

        var note = string.IsNullOrWhiteSpace(wish.Note) ? null : Masker.Mask(wish.Note.Trim());
        var decision = new ReviewDecision(wish.Labels, note, wish.By, time.GetUtcNow());
        if ((wish.Tag is { } tag && tag != item.Tag) || !await board.TryDecideAsync(item, decision, cancellationToken))
        {
            return new ReviewAnswer(ReviewOutcome.Taken, Changed);
        }

        await ApplyAsync(item, decision, cancellationToken);
        return new ReviewAnswer(ReviewOutcome.Done, "已保存复核结果。");
    }

    private async Task ApplyAsync(ReviewItem item, ReviewDecision decision, CancellationToken cancellationToken)
    {
        await board.ApplyAsync(item, decision, cancellationToken);
        await dirtyDays.MarkAsync([item.ReceivedDay], cancellationToken);
    }

    private string? Fault(ReviewWish wish, ReviewItem item)
    {
        var labels = wish.Labels;
        return !labels.Given().Any() ? "请至少确认或更正一项：主题、情绪、紧急程度或职能。"
            : labels.Topic is { } topic && topic != item.Said.Topic && !Topics.Contains(topic) ? "没有这个主题，请从列表中选择。"
            : labels.Sentiment is { } mood && !ReviewLabels.Sentiments.Contains(mood) ? "没有这种情绪，请从列表中选择。"
            : labels.Urgency is { } urgency && !ReviewLabels.Urgencies.Contains(urgency) ? "没有这个紧急程度，请从列表中选择。"
            : labels.Function is { } function && !Functions.Any(known => known.Code == function) ? "没有这项职能，请从列表中选择。"
            : wish.Note?.Length > MaximumNote ? $"说明请不超过 {MaximumNote} 字。"
            : null;
    }
}

/// <summary>A decision as a person sends it.</summary>
/// <param name="Day">Day of the review row.</param>
/// <param name="Key">Its key.</param>
/// <param name="Tag">Its ETag as the person saw it; null takes it as it is now.</param>
/// <param name="Labels">What is confirmed or corrected.</param>
/// <param name="Note">Why; may be null. It is masked before it is stored.</param>
/// <param name="By">Who and by what way.</param>
public sealed record ReviewWish(DateOnly Day, string Key, string? Tag, ReviewLabels Labels, string? Note, string By);

/// <summary>What a decision came to.</summary>
public enum ReviewOutcome
{
    /// <summary>It is stored, and the record has its labels.</summary>
    Done,

    /// <summary>There is no such row.</summary>
    NotFound,

    /// <summary>A label is unknown, none is given, or the note is too long.</summary>
    Invalid,

    /// <summary>Somebody else decided first, or the row has changed.</summary>
    Taken,
}

/// <summary>The outcome and one Chinese sentence about it.</summary>
public sealed record ReviewAnswer(ReviewOutcome Outcome, string Message);
