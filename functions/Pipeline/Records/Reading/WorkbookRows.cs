using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace SentimentWatch.Pipeline.Records.Reading;

/// <summary>Rows of every sheet of a workbook that has known headings.</summary>
internal static class WorkbookRows
{
    // The reader of old workbooks asks for code page 1252, also when it is given a new one.
    static WorkbookRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads the workbook in memory: it must be seekable, and unmasked text may not touch a disk.</summary>
    public static async IAsyncEnumerable<ReadResult> ReadAsync(Stream input, string channel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var workbook = new MemoryStream();
        var fault = await CopyAsync(input, workbook, cancellationToken);
        var isZip = workbook.Length > 4 && workbook.GetBuffer() is [(byte)'P', (byte)'K', ..];
        fault ??= isZip ? await WorkbookGuard.CheckAsync(workbook, cancellationToken) : null;
        workbook.Position = 0;
        IExcelDataReader? sheets = null;
        try
        {
            sheets = fault is null ? ExcelReaderFactory.CreateReader(workbook) : null;
        }
        catch (Exception broken) when (IsBrokenWorkbook(broken))
        {
            fault = "the file is not a readable workbook; save it again as XLSX";
        }

        if (sheets is null)
        {
            yield return new ReadResult(1, null, fault);
            yield break;
        }

        using (sheets)
        {
            var any = false;
            foreach (var result in Rows(sheets, channel))
            {
                cancellationToken.ThrowIfCancellationRequested();
                any = true;
                yield return result;
            }

            if (!any)
            {
                yield return new ReadResult(1, null, TableMapper.Expected);
            }
        }
    }

    private static IEnumerable<ReadResult> Rows(IExcelDataReader sheets, string channel)
    {
        do
        {
            var table = new TableMapper(channel);
            for (var line = 1; !table.GaveUp; line++)
            {
                var (cells, fault) = Next(sheets);
                if (fault is not null)
                {
                    yield return new ReadResult(line, null, fault);
                    yield break;
                }

                if (cells is null)
                {
                    break;
                }

                if (table.Map(line, cells) is { } result)
                {
                    yield return result;
                }
            }
        }
        while (sheets.NextResult());
    }

    private static (string?[]? Cells, string? Fault) Next(IExcelDataReader sheet)
    {
        try
        {
            return sheet.Read() ? ([.. Enumerable.Range(0, sheet.FieldCount).Select(at => Text(sheet.GetValue(at)))], null) : (null, null);
        }
        catch (Exception broken) when (IsBrokenWorkbook(broken))
        {
            return (null, "the workbook breaks off in this sheet; save it again as XLSX");
        }
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),

        // Beyond 15 digits a spreadsheet number has lost some: the exponent is kept so that an id is seen to be broken.
        double number when Math.Abs(number) < 1e15 && double.IsInteger(number) => number.ToString("F0", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static async Task<string?> CopyAsync(Stream input, MemoryStream workbook, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        while (await input.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            if (workbook.Length + count > WorkbookGuard.MaxFileBytes)
            {
                return $"the workbook is larger than {WorkbookGuard.MaxFileBytes / 1024 / 1024} MiB; split it or export CSV";
            }

            workbook.Write(buffer, 0, count);
        }

        return null;
    }

    private static bool IsBrokenWorkbook(Exception fault) =>
        fault is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException or IndexOutOfRangeException
            or ArgumentException or InvalidOperationException or OverflowException or EndOfStreamException or NullReferenceException;
}
