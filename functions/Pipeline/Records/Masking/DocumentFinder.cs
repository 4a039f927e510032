using System.Text.RegularExpressions;

namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Vehicle plates, passports and other personal documents.</summary>
internal static partial class DocumentFinder
{
    public static void Find(MaskSpans spans)
    {
        if (!spans.Text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return;
        }

        foreach (Match match in Plate().Matches(spans.Text))
        {
            // At least two digits: plates have them, words in capitals do not.
            if (CountDigits(match.ValueSpan) >= 2)
            {
                spans.Add(match.Index, match.Index + match.Length, Placeholders.Plate);
            }
        }

        Claim(spans, SaidPlate(), Placeholders.Plate);
        Claim(spans, SaidPassport(), Placeholders.Passport);
        Claim(spans, SaidDocument(), Placeholders.Document);
        foreach (Match match in Passport().Matches(spans.Text))
        {
            if (!Cues.SaysOrder(spans.Text, match.Index))
            {
                spans.Add(match.Index, match.Index + match.Length, Placeholders.Passport);
            }
        }
    }

    private static void Claim(MaskSpans spans, Regex pattern, string placeholder)
    {
        foreach (Match match in pattern.Matches(spans.Text))
        {
            var id = match.Groups["id"];
            spans.Add(id.Index, id.Index + id.Length, placeholder);
        }
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var character in text)
        {
            count += char.IsAsciiDigit(character) ? 1 : 0;
        }

        return count;
    }

    [GeneratedRegex(
        @"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][ ]?[A-Za-z][ ·•.\-—]{0,2}([A-Za-z0-9][ ·\-]?){4,5}([A-Za-z0-9]|[挂学警港澳领])(?![A-Za-z0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Plate();

    [GeneratedRegex(@"(车牌|车号|牌照|号牌)(号码?)?([ ]?[:是为][ ]?|[ ]?)(?<id>(?=[A-Za-z0-9·]*[0-9])[A-Za-z]?·?[A-Za-z0-9]{5,7})(?![A-Za-z0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SaidPlate();

    [GeneratedRegex(@"(护照|passport)[^A-Za-z0-9\n]{0,6}(?<id>[A-Za-z]{1,2} ?[0-9]{6,9})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex SaidPassport();

    [GeneratedRegex(@"(通行证|军官证|士兵证|军人证|台胞证|居住证|残疾证|驾驶证|学生证|社会保障号|学号|住院号|病历号|就诊卡号?)(号码?|编号)?([ ]?[:是为][ ]?|[ ]?)[^A-Za-z0-9\n]{0,3}(?<id>[A-Za-z]{0,2}[0-9]{6,20}[A-Za-z]?)(?![A-Za-z0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SaidDocument();

    [GeneratedRegex(@"(?<![A-Za-z0-9\-/_=])([EG][0-9]{8}|E[A-HJ-NP-Z][0-9]{7})(?![A-Za-z0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Passport();
}
