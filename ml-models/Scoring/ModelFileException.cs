namespace SentimentWatch.Models;

/// <summary>A model cannot be loaded; the message is one sentence: what, where, what to do.</summary>
public sealed class ModelFileException : Exception
{
    /// <summary>Without a message.</summary>
    public ModelFileException()
    {
    }

    /// <summary>With the sentence to show.</summary>
    public ModelFileException(string message)
        : base(message)
    {
    }

    /// <summary>With the sentence to show and what caused it.</summary>
    public ModelFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
