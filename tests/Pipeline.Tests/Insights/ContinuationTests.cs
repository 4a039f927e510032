using CsCheck;
using SentimentWatch.Pipeline.Insights;

namespace SentimentWatch.Pipeline.Tests.Insights;

public sealed class ContinuationTests
{
    private static readonly Gen<string> Words = Gen.String[Gen.Char.AlphaNumeric, 1, 40];

    [Fact]
    public void It_opens_with_the_filters_it_was_sealed_with() => Gen.Select(Words, Words).Sample((position, filters) =>
        Continuation.Open(Continuation.Seal(position, filters), filters) == position);

    [Fact]
    public void It_opens_no_other_list() => Gen.Select(Words, Words, Words).Where((_, a, b) => a != b).Sample((position, a, b) =>
        Continuation.Open(Continuation.Seal(position, a), b) is null);

    [Fact]
    public void Anything_else_is_refused_without_an_error() => Gen.String.Sample(text => Continuation.Open(text, "filters") is null);
}
