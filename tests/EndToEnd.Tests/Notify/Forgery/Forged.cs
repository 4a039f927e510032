namespace SentimentWatch.EndToEnd.Tests.Notify.Forgery;

/// <summary>A request that somebody altered.</summary>
/// <param name="Kind">What was altered.</param>
/// <param name="Request">The request.</param>
internal sealed record Forged(string Kind, HttpRequestMessage Request);
