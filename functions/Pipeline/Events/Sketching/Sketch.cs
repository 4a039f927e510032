namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// What a record is about, in a fixed few bytes: hashed terms that are rare in everyday texts (anchors: names of places, firms, things) and
/// hashed everyday terms (issues: what is wrong). It depends on the record's text and the shipped tables alone. No text can be read from it.
/// </summary>
/// <param name="Terms">Hashes: anchors first, then issues, each kind in rising order.</param>
/// <param name="Weights">Weights of the terms, 1 to 255; each kind has a Euclidean norm of about 255.</param>
/// <param name="Anchors">How many of the terms are anchors.</param>
/// <param name="Keys">Keys under which candidates for the same matter are found; see <see cref="SketchKeys"/>.</param>
public sealed record Sketch(uint[] Terms, byte[] Weights, int Anchors, uint[] Keys)
{
    /// <summary>The bit of an anchor's weight that says it stands where a name stands.</summary>
    public const int Named = 1;

    /// <summary>The bit of an anchor's weight that says it stands in the title, in the given place, or in the first name of the text.</summary>
    public const int Principal = 2;

    /// <summary>The bits of a weight that are flags.</summary>
    public const int Flags = Named | Principal;

    /// <summary>Most anchors of a sketch.</summary>
    public const int MostAnchors = 14;

    /// <summary>Most issues of a sketch.</summary>
    public const int MostIssues = 12;

    /// <summary>Most terms of a sketch.</summary>
    public const int MostTerms = MostAnchors + MostIssues;

    /// <summary>Most keys of a sketch.</summary>
    public const int MostKeys = 20;
}
