using Microsoft.Extensions.Logging;

namespace SentimentWatch.Pipeline.Scoring;

/// <summary>Log lines of this room; none carries a citizen's words.</summary>
internal static partial class ScoringLog
{
    [LoggerMessage(1301, LogLevel.Information, "Model {New} has taken the place of {Old}; it was loaded from {Folder}.")]
    public static partial void ModelChanged(ILogger logger, string old, string @new, string folder);

    [LoggerMessage(1302, LogLevel.Warning, "The new model file in {Folder} is not used ({Fault}) and model {Version} goes on judging: write a whole file under another name and rename it, it is tried again when it changes.")]
    public static partial void ModelRefused(ILogger logger, string folder, string fault, string version);
}
