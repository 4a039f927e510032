namespace SentimentWatch.SelfHost.Engine;

/// <summary>What the host itself logs; ids only, never the text of a message.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(1, LogLevel.Warning, "Queue {Queue} could not be read (status {Status}, {Code}); trying again.")]
    public static partial void ReceiveFailed(ILogger logger, string queue, int status, string? code);

    [LoggerMessage(2, LogLevel.Warning, "Message {Id} of queue {Queue} could not be settled (status {Status}, {Code}); it comes again.")]
    public static partial void SettleFailed(ILogger logger, string queue, string id, int status, string? code);

    [LoggerMessage(3, LogLevel.Warning, "Message {Id} of queue {Queue} is not base64 of UTF-8; moved to the poison queue.")]
    public static partial void NotBase64(ILogger logger, string queue, string id);

    [LoggerMessage(4, LogLevel.Error, "Message {Id} of queue {Queue} failed {Tries} times; moved to the poison queue.")]
    public static partial void Poisoned(ILogger logger, string queue, string id, long tries);

    [LoggerMessage(5, LogLevel.Warning, "Function {Function} failed on message {Id}, try {Try}.")]
    public static partial void FunctionFailed(ILogger logger, Exception error, string function, string id, long @try);

    [LoggerMessage(6, LogLevel.Error, "Timer function {Function} failed; it runs again at its next time.")]
    public static partial void TimerFailed(ILogger logger, Exception error, string function);

    [LoggerMessage(7, LogLevel.Information, "Driving {Count} functions: {Queues} queues, {Timers} timers, {Routes} routes.")]
    public static partial void Driving(ILogger logger, int count, int queues, int timers, int routes);

    [LoggerMessage(8, LogLevel.Error, "Request {Method} {Route} failed.")]
    public static partial void RequestFailed(ILogger logger, Exception error, string method, string route);
}
