namespace SentimentWatch.Pipeline.Intake;

/// <summary>The input is larger than the call allows; a route answers 413. Parts queued before the limit was met stay queued: sending them again changes nothing.</summary>
public sealed class InputTooLargeException : Exception
{
    public InputTooLargeException()
        : this(IntakeRequest.MaxRequestBytes)
    {
    }

    public InputTooLargeException(string message)
        : base(message)
    {
    }

    public InputTooLargeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="maxBytes">The limit that was passed.</param>
    public InputTooLargeException(long maxBytes)
        : base($"The input is larger than {maxBytes / (1024 * 1024)} MiB; send it in several requests.")
    {
    }
}
