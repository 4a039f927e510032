namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Digits spelled in 汉字, as people write them to get a number past a filter: 一三八……</summary>
internal static class SpelledDigits
{
    private const int ShortestNumber = 7;

    /// <summary>Turns runs of seven or more digits into ASCII where some are spelled; shorter runs (二〇二六, 三四楼) stay words.</summary>
    public static void Convert(Span<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (Value(text[at]) < 0)
            {
                continue;
            }

            var (end, digits, spelled) = Run(text, at);
            if (digits >= ShortestNumber && spelled)
            {
                foreach (ref var character in text[at..end])
                {
                    character = Value(character) is >= 0 and var value ? (char)('0' + value) : character;
                }
            }

            at = end;
        }
    }

    private static (int End, int Digits, bool Spelled) Run(ReadOnlySpan<char> text, int at)
    {
        var (end, digits, spelled) = (at, 0, false);
        for (; at < text.Length; at++)
        {
            if (Value(text[at]) >= 0)
            {
                digits++;
                spelled |= !char.IsAsciiDigit(text[at]);
                end = at + 1;
            }
            else if (at - end > 0 || text[at] is not (' ' or '-' or '.' or ',' or '、' or '·' or '—'))
            {
                break;
            }
        }

        return (end, digits, spelled);
    }

    private static int Value(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        '零' or '〇' or '○' => 0,
        '一' or '幺' or '壹' => 1,
        '二' or '贰' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };
}
