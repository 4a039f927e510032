namespace SentimentWatch.Pipeline.Records.Reading;

/// <summary>Tells the form of an input from its first part.</summary>
internal static class FormatSniffer
{
    /// <summary>A zip (XLSX) or a compound file (XLS).</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> start) =>
        start.StartsWith("PK\u0003\u0004"u8) || start is [0xD0, 0xCF, 0x11, 0xE0, ..];

    /// <summary>An array or an object over several lines is JSON, an object a line NDJSON, anything else CSV.</summary>
    public static RecordFormat OfText(string start)
    {
        var text = start.AsSpan().TrimStart(" \t\r\n\uFEFF");
        if (text.IsEmpty || text[0] is not ('[' or '{'))
        {
            return RecordFormat.Csv;
        }

        var end = text.IndexOf('\n');
        var firstLine = (end < 0 ? text : text[..end]).TrimEnd();
        return text[0] == '[' || firstLine.Length == 1 || (firstLine[^1] is '{' or '[' or ',') ? RecordFormat.Json : RecordFormat.Ndjson;
    }
}
