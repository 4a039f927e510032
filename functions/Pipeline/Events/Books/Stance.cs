namespace SentimentWatch.Pipeline.Events;

/// <summary>How a record stands to what it speaks of.</summary>
public enum Stance : byte
{
    /// <summary>It asks, or says nothing that could be held against another.</summary>
    None,

    /// <summary>It tells of it as of a fact.</summary>
    Asserts,

    /// <summary>It says that what is told is not so: a debunk, or an official answer that denies.</summary>
    Denies,

    /// <summary>It says that an official answer is not so.</summary>
    Disputes,
}
