using SentimentWatch.SelfHost.Cli;

return await CommandLine.RunAsync(args);
