using System.Text;
using System.Text.Unicode;

namespace SentimentWatch.Pipeline.Records.Reading;

/// <summary>Tells UTF-8 from GB18030 by the first part of a text.</summary>
internal static class TextEncoding
{
    /// <summary>Stands where bytes could not be decoded: a code point that no text may hold, so that a citizen's own U+FFFD is not taken for a fault.</summary>
    public const char Undecodable = '\uFFFF';

    private static readonly Encoding Utf8 = WithMark(Encoding.UTF8);

    private static readonly Encoding Gb18030 = WithMark(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!);

    /// <summary>
    /// The encoding in which most lines with non-ASCII bytes are valid; a byte order mark is left to the reader.
    /// Line by line, so that one broken line does not turn a whole UTF-8 file into gibberish.
    /// </summary>
    public static Encoding Detect(ReadOnlySpan<byte> start)
    {
        int good = 0, bad = 0, gibberish = 0;
        while (!start.IsEmpty)
        {
            var end = start.IndexOf((byte)'\n');
            var line = end < 0 ? start : start[..end];
            var last = end < 0;
            start = last ? [] : start[(end + 1)..];
            if (!line.ContainsAnyInRange((byte)0x80, (byte)0xFF) || (last && good + bad > 0))
            {
                continue;
            }

            if (Utf8Valid(line, last))
            {
                good++;
            }
            else
            {
                bad++;
                gibberish += Gb18030.GetString(line).Contains(Undecodable) ? 1 : 0;
            }
        }

        return bad > good && gibberish * 2 <= bad ? Gb18030 : Utf8;
    }

    // The window may end inside a character.
    private static bool Utf8Valid(ReadOnlySpan<byte> line, bool cut)
    {
        for (var drop = 0; drop <= (cut ? 3 : 0) && drop < line.Length; drop++)
        {
            if (System.Text.Unicode.Utf8.IsValid(line[..^drop]))
            {
                return true;
            }
        }

        return false;
    }

    private static Encoding WithMark(Encoding encoding)
    {
        var marked = (Encoding)encoding.Clone();
        marked.DecoderFallback = new DecoderReplacementFallback(Undecodable.ToString());
        return marked;
    }
}
