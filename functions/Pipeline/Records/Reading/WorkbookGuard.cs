using System.IO.Compression;

namespace SentimentWatch.Pipeline.Records.Reading;

/// <summary>Refuses workbooks that unpack to far more than they say.</summary>
internal static class WorkbookGuard
{
    /// <summary>Largest workbook file, bytes.</summary>
    public const long MaxFileBytes = 64L * 1024 * 1024;

    private const long MaxUnpackedBytes = 256L * 1024 * 1024;
    private const long RatioCountsFrom = 8L * 1024 * 1024;
    private const int MaxRatio = 100;
    private const int MaxEntries = 2_000;

    /// <summary>Why <paramref name="workbook"/> may not be opened; null when it may. Unpacks each entry once, since the sizes in the directory can lie.</summary>
    public static async Task<string?> CheckAsync(Stream workbook, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MaxEntries || zip.Entries.Sum(entry => entry.Length) > MaxUnpackedBytes)
            {
                return TooLarge;
            }

            var buffer = new byte[64 * 1024];
            var total = 0L;
            foreach (var entry in zip.Entries)
            {
                var unpacked = 0L;
                await using var content = await entry.OpenAsync(cancellationToken);
                while (await content.ReadAsync(buffer, cancellationToken) is var count and > 0)
                {
                    unpacked += count;
                    total += count;
                    if (total > MaxUnpackedBytes || (unpacked > RatioCountsFrom && unpacked > MaxRatio * entry.CompressedLength))
                    {
                        return TooLarge;
                    }
                }
            }

            return null;
        }
        catch (InvalidDataException)
        {
            return "the file is not a readable XLSX workbook; save it again from Excel or WPS";
        }
    }

    private static string TooLarge =>
        $"the workbook unpacks to more than {MaxUnpackedBytes / 1024 / 1024} MiB or far more than its size; split it or export CSV";
}
