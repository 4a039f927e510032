using Microsoft.Extensions.Logging.Console;

namespace SentimentWatch.SelfHost.Hosting;

/// <summary>One line a message on standard error, so that standard output carries results only.</summary>
public static class HostLogging
{
    /// <summary>Logs the product from <paramref name="level"/> on, and warnings of what it stands on.</summary>
    public static void Add(ILoggingBuilder logging, LogLevel level)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(level < LogLevel.Warning ? LogLevel.Warning : level);
        logging.AddFilter("SentimentWatch", level);
        // Bodies and addresses of requests may carry secrets; these categories stay quiet whatever is asked.
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
        logging.AddFilter("Azure", LogLevel.Warning);
        // Says at every first start that keys at rest are plain; the data folder is readable by its owner only.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A failed start is told in one line by the verb.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddSimpleConsole(format =>
        {
            format.SingleLine = true;
            format.TimestampFormat = "HH:mm:ss ";
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
