namespace SentimentWatch.Pipeline.Records;

/// <summary>Form of an input.</summary>
public enum RecordFormat
{
    /// <summary>Found out from the first bytes.</summary>
    Auto,

    /// <summary>One JSON object a line.</summary>
    Ndjson,

    /// <summary>A JSON array of objects, or one object.</summary>
    Json,

    /// <summary>Comma- or tab-separated, UTF-8 or GB18030, one heading row.</summary>
    Csv,

    /// <summary>Excel workbook (first sheet with known headings).</summary>
    Xlsx,
}

/// <summary>Finds the format from a name or a media type; <see cref="RecordFormat.Auto"/> when it does not tell.</summary>
public static class RecordFormats
{
    /// <summary>By the extension of a file or blob name.</summary>
    public static RecordFormat FromFileName(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".NDJSON" or ".JSONL" => RecordFormat.Ndjson,
        ".JSON" => RecordFormat.Json,
        ".CSV" or ".TSV" or ".TXT" => RecordFormat.Csv,
        ".XLSX" or ".XLS" => RecordFormat.Xlsx,
        _ => RecordFormat.Auto,
    };

    /// <summary>By a Content-Type header, parameters ignored.</summary>
    public static RecordFormat FromContentType(string? contentType) =>
        (contentType ?? "").Split(';')[0].Trim().ToUpperInvariant() switch
        {
            "APPLICATION/X-NDJSON" or "APPLICATION/NDJSON" or "APPLICATION/JSONL" => RecordFormat.Ndjson,
            "APPLICATION/JSON" => RecordFormat.Json,
            "TEXT/CSV" or "APPLICATION/CSV" => RecordFormat.Csv,
            "APPLICATION/VND.OPENXMLFORMATS-OFFICEDOCUMENT.SPREADSHEETML.SHEET" or "APPLICATION/VND.MS-EXCEL" => RecordFormat.Xlsx,
            _ => RecordFormat.Auto,
        };
}
