using System.Text.Json;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Writes decided reviews for the training tool: NDJSON, one a line, masked text only.</summary>
public sealed class ReviewExporter(IReviewBoard board)
{
    /// <summary>Writes the reviews put up on some days (Asia/Shanghai, both included) that a person has decided; returns how many.</summary>
    public async Task<int> ExportAsync(DateOnly from, DateOnly to, Stream target, Action<int>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        var count = 0;
        await foreach (var decided in board.DecidedAsync(from, to, cancellationToken))
        {
            await JsonSerializer.SerializeAsync(target, ReviewLine.Of(decided), InsightsJson.Plain.ReviewLine, cancellationToken);
            await target.WriteAsync("\n"u8.ToArray(), cancellationToken);
            count++;
            progress?.Invoke(count);
        }

        return count;
    }
}

/// <summary>A line of the export; the training tool reads exactly this.</summary>
/// <param name="Channel">Channel code.</param>
/// <param name="Title">Masked title; null where there is none.</param>
/// <param name="Body">Masked text.</param>
/// <param name="Topic">Decided topic; null when nothing was decided of it, as with the next three.</param>
/// <param name="Sentiment">Decided mood.</param>
/// <param name="Urgency">Decided urgency.</param>
/// <param name="Function">Decided function code.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="Model">Version of the model whose verdict was looked at.</param>
public sealed record ReviewLine(
    string Channel,
    string? Title,
    string Body,
    string? Topic,
    string? Sentiment,
    string? Urgency,
    string? Function,
    DateTimeOffset DecidedAt,
    string Model)
{
    /// <summary>The line of a decided review.</summary>
    public static ReviewLine Of(DecidedReview decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        var (item, (labels, _, _, at), title, body) = decided;
        return new ReviewLine(item.Channel, title, body, labels.Topic, labels.Sentiment, labels.Urgency, labels.Function, at, item.Model);
    }
}
