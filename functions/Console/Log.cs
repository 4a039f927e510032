using Microsoft.Extensions.Logging;

namespace SentimentWatch.Console;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Console: signed in as {Role} {Unit} from {Address}.")]
    public static partial void SignedIn(ILogger logger, Access.ConsoleRole role, string? unit, string address);

    [LoggerMessage(2, LogLevel.Warning, "Console: a wrong key was refused from {Address}.")]
    public static partial void WrongKey(ILogger logger, string address);

    [LoggerMessage(3, LogLevel.Warning, "Console: sign-in from {Address} is throttled for {Seconds} s.")]
    public static partial void Throttled(ILogger logger, string address, int seconds);

    [LoggerMessage(4, LogLevel.Error, "Console: the page {Path} failed.")]
    public static partial void PageFailed(ILogger logger, Exception error, string path);

    [LoggerMessage(5, LogLevel.Information, "Console: {Step} on alert {AlertId} by {By}, taken: {Taken}.")]
    public static partial void Acted(ILogger logger, string step, string alertId, string by, bool taken);

    [LoggerMessage(7, LogLevel.Information, "Console: a review of {Day} by {By}: {Outcome}.")]
    public static partial void Reviewed(ILogger logger, string day, string by, SentimentWatch.Pipeline.Insights.ReviewOutcome outcome);

    [LoggerMessage(8, LogLevel.Information, "Console: {Step} on event {EventId} by {By}: {Outcome}.")]
    public static partial void Corrected(ILogger logger, string step, string eventId, string by, SentimentWatch.Pipeline.Flow.EventOutcome outcome);

    [LoggerMessage(6, LogLevel.Warning, "Console: a form sent to {Path} could not be read.")]
    public static partial void FormRefused(ILogger logger, Exception error, string path);
}
