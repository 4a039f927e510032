namespace SentimentWatch.SelfHost;

/// <summary>A fault that the person at the keyboard can mend; the message is one sentence: what, where, what to do.</summary>
public sealed class UserErrorException : Exception
{
    public UserErrorException()
    {
    }

    public UserErrorException(string message)
        : base(message)
    {
    }

    public UserErrorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
