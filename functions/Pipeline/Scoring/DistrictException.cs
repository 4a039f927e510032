namespace SentimentWatch.Pipeline.Scoring;

/// <summary>A fault in a district's files; the message is one sentence that names the file, the place and the fault.</summary>
public class DistrictException(string file, string where, string fault, Exception? inner = null)
    : Exception($"District file {file}, {where}: {fault}.", inner)
{
    /// <summary>Name of the file.</summary>
    public string File { get; } = file;
}
