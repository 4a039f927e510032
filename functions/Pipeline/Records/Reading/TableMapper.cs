using SentimentWatch.Pipeline.Records.Masking;

namespace SentimentWatch.Pipeline.Records.Reading;

/// <summary>Finds the heading row of a table and maps the rows under it.</summary>
internal sealed class TableMapper(string channel)
{
    private const int RowsLookedAt = 10;
    private Meaning?[]? _columns;
    private int _looked;

    /// <summary>Known headings in words, for error messages.</summary>
    public const string Expected = "no row with known headings (sourceId, receivedAt, body, or 工单编号, 受理时间, 诉求内容 …) among the first 10 rows; export with the heading row";

    /// <summary>True once the heading row was found.</summary>
    public bool HasHeadings => _columns is not null;

    /// <summary>True when the rows looked at are too many for a heading row still to come.</summary>
    public bool GaveUp => !HasHeadings && _looked >= RowsLookedAt;

    /// <summary>
    /// A row whose form is broken, as it may be reported: cells under caller headings are left out, and so is every cell that is
    /// nothing but a name, since a broken row's cells can stand under the wrong heading.
    /// </summary>
    public string WithoutCaller(string row)
    {
        var cells = row.Split(row.Contains('\t') && !row.Contains(',') ? '\t' : ',');
        return string.Join(',', cells.Where((cell, at) =>
            !(_columns is not null && at < _columns.Length && _columns[at] is { Field: Field.Caller }) && !Surnames.LooksLikeFullName(cell.Trim('"', ' ', '\r'))));
    }

    /// <summary>The result for a row; null for an empty row, the heading row and what stands above it.</summary>
    public ReadResult? Map(int line, IReadOnlyList<string?> cells)
    {
        if (cells.All(string.IsNullOrWhiteSpace))
        {
            return null;
        }

        if (_columns is null)
        {
            _looked++;
            Meaning?[] columns = [.. cells.Select(Headings.Find)];
            var known = columns.Where(column => column is not null).Select(column => column!.Field).Distinct().ToArray();
            _columns = known.Length >= 2 && (known.Contains(Field.Body) || known.Contains(Field.SourceId)) ? columns : null;
            return null;
        }

        var raw = new RawFields();
        for (var at = 0; at < Math.Min(cells.Count, _columns.Length); at++)
        {
            if (_columns[at] is { } meaning)
            {
                raw.Add(meaning, cells[at]);
            }
        }

        if (cells.Skip(_columns.Length).Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            return new ReadResult(line, null, $"the row has {cells.Count} cells under {_columns.Length} headings; quote the fields that hold commas", raw.Describe());
        }

        return cells.Any(cell => cell?.Contains(TextEncoding.Undecodable) == true)
            ? new ReadResult(line, null, "the row holds bytes that are neither UTF-8 nor GB18030; save the export as UTF-8", raw.Describe())
            : RecordMapper.Map(line, raw, channel);
    }
}
