namespace SentimentWatch.Pipeline.Insights;

/// <summary>One page of an answer in JSON.</summary>
/// <param name="Items">The lines.</param>
/// <param name="Continuation">Gives the next page when it is sent back with the same filters; null at the end. A page may be short, even empty, and still have one.</param>
public sealed record Answer<T>(IReadOnlyList<T> Items, string? Continuation);

/// <summary>An answer as it goes out.</summary>
/// <param name="Error">One sentence for a 400; null when there is an answer.</param>
/// <param name="Content">JSON or CSV, UTF-8.</param>
/// <param name="ContentType">Its content type.</param>
/// <param name="Continuation">For the header <c>x-continuation</c>, since CSV has no place for it; null at the end.</param>
public sealed record QueryReply(string? Error, byte[] Content, string ContentType, string? Continuation)
{
    internal static QueryReply Bad(string error) => new(error, [], "", null);
}
