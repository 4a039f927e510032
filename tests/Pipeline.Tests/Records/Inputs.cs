using System.IO.Compression;
using System.Security;
using System.Text;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Tests.Records;

/// <summary>Reads invented inputs in the tests of this folder.</summary>
internal static class Inputs
{
    public static Task<List<ReadResult>> ReadAsync(string text, RecordFormat format, string channel = Channels.Hotline) =>
        ReadAsync(Encoding.UTF8.GetBytes(text), format, channel);

    public static async Task<List<ReadResult>> ReadAsync(byte[] bytes, RecordFormat format, string channel = Channels.Hotline)
    {
        using var stream = new MemoryStream(bytes);
        var results = new List<ReadResult>();
        await foreach (var result in RecordReader.ReadAsync(stream, format, channel, TestContext.Current.CancellationToken))
        {
            results.Add(result);
        }

        return results;
    }

    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>A one-sheet workbook; strings become inline strings, numbers stay numbers.</summary>
    public static byte[] Workbook(params object?[][] rows)
    {
        var sheet = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        for (var row = 0; row < rows.Length; row++)
        {
            sheet.Append($"<row r=\"{row + 1}\">");
            for (var column = 0; column < rows[row].Length; column++)
            {
                var at = $"{(char)('A' + column)}{row + 1}";
                sheet.Append(rows[row][column] switch
                {
                    null => "",
                    string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
                    IFormattable number => $"<c r=\"{at}\"><v>{number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)}</v></c>",
                    var other => throw new ArgumentException($"{other.GetType()} is not written here", nameof(rows)),
                });
            }

            sheet.Append("</row>");
        }

        return Zip(sheet.Append("</sheetData></worksheet>").ToString());
    }

    /// <summary>A workbook around the XML of its one sheet.</summary>
    public static byte[] Zip(string sheet)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Write(zip, "_rels/.rels", """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(zip, "xl/workbook.xml", """<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="工单" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Write(zip, "xl/_rels/workbook.xml.rels", """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Write(zip, "xl/worksheets/sheet1.xml", sheet);
        }

        return bytes.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        writer.Write(text);
    }
}
