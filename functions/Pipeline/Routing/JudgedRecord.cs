using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>A masked record with its verdict; what the stages after routing work on.</summary>
public sealed record JudgedRecord(CitizenRecord Record, Verdict Verdict);
