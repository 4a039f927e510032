using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Configuration;

namespace SentimentWatch.Pipeline.Scoring;

/// <summary>Finds and reads the files of a district folder.</summary>
public static class DistrictFiles
{
    /// <summary>Folder of the district named by <c>SentimentWatch:District</c> (default <c>licheng</c>): a path, or a name under <c>Districts</c> beside the program.</summary>
    public static string FolderOf(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var name = configuration["SentimentWatch:District"] is { Length: > 0 } set ? set : "licheng";
        return Directory.Exists(name) && name.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? name
            : Path.Combine(AppContext.BaseDirectory, "Districts", name);
    }

    /// <summary>Reads one file.</summary>
    /// <exception cref="DistrictException">It is missing, no JSON, or lacks a field.</exception>
    public static T Read<T>(string folder, string file, JsonTypeInfo<T> type)
        where T : class
    {
        var path = Path.Combine(folder, file);
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, type)
                ?? throw new DistrictException(file, "the whole file", "is null; give it its content");
        }
        catch (JsonException e)
        {
            throw new DistrictException(file, $"line {(e.LineNumber ?? 0) + 1}, {e.Path ?? "$"}", "is not what is expected there: " + FirstSentence(e.Message), e);
        }
        catch (IOException e)
        {
            throw new DistrictException(file, folder, "cannot be read; put the file there or set SentimentWatch__District to another district", e);
        }
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message.TrimEnd('.') : message[..end];
    }
}
