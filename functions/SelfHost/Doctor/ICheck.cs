namespace SentimentWatch.SelfHost.Doctor;

/// <summary>Looks at one thing the product stands on.</summary>
internal interface ICheck
{
    /// <summary>What is looked at, one word.</summary>
    string Name { get; }

    /// <summary>Looks, and says what it found; it never throws for what it looks at.</summary>
    IAsyncEnumerable<Finding> RunAsync(CancellationToken cancellationToken);
}

/// <summary>One finding.</summary>
/// <param name="IsFault">True when something must be done.</param>
/// <param name="Text">One sentence; of a fault: what, where, what to do.</param>
/// <param name="IsWarning">True when something must be done before long.</param>
internal sealed record Finding(bool IsFault, string Text, bool IsWarning = false)
{
    /// <summary>All is well.</summary>
    public static Finding Ok(string text) => new(false, text);

    /// <summary>Something must be done.</summary>
    public static Finding Fault(string text) => new(true, text);

    /// <summary>Nothing is at fault yet, but something must be done in time.</summary>
    public static Finding Warning(string text) => new(false, text, true);
}
