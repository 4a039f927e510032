namespace SentimentWatch.Training;

/// <summary>Training cannot go on; the message is one sentence: what, where, what to do.</summary>
public sealed class TrainingException : Exception
{
    /// <summary>Without a message.</summary>
    public TrainingException()
    {
    }

    /// <summary>With the sentence to show.</summary>
    public TrainingException(string message)
        : base(message)
    {
    }

    /// <summary>With the sentence to show and its cause.</summary>
    public TrainingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
