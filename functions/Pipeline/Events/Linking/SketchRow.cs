namespace SentimentWatch.Pipeline.Events;

/// <summary>The terms of a sketch where they lie.</summary>
/// <param name="terms">Hashes, anchors first.</param>
/// <param name="weights">Weights with their flags.</param>
/// <param name="anchors">How many are anchors.</param>
public readonly ref struct SketchRow(ReadOnlySpan<uint> terms, ReadOnlySpan<byte> weights, int anchors)
{
    /// <summary>Hashes, anchors first.</summary>
    public ReadOnlySpan<uint> Terms { get; } = terms;

    /// <summary>Weights with their flags.</summary>
    public ReadOnlySpan<byte> Weights { get; } = weights;

    /// <summary>How many are anchors.</summary>
    public int Anchors { get; } = anchors;
}
