namespace SentimentWatch.Console.Data;

internal sealed class ConsoleData;
