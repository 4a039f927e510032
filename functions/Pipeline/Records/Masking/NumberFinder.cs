using System.Text.RegularExpressions;

namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Phones, identity numbers and bank cards, in one piece or in groups.</summary>
internal static partial class NumberFinder
{
    private const int MostGroups = 18;

    public static void Find(MaskSpans spans)
    {
        var text = spans.Text;
        foreach (var cluster in NumberGroups.Clusters(text))
        {
            for (var first = 0; first < cluster.Count; first++)
            {
                first += Math.Max(0, Claim(spans, cluster, first) - 1);
            }
        }

        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return;
        }

        foreach (Match match in Tail().Matches(text))
        {
            var digits = match.Groups["digits"];
            var of = match.Groups["of"].ValueSpan;
            spans.Add(digits.Index, digits.Index + digits.Length, of.StartsWith("身份") ? Placeholders.Identity : of.StartsWith("银行") || of.StartsWith("卡") ? Placeholders.BankCard : Placeholders.Phone);
        }

        foreach (Match match in LetterDigits().Matches(text))
        {
            spans.Add(match.Index, match.Index + match.Length, Placeholders.Phone);
        }

        if (!text.Contains('*'))
        {
            return;
        }

        foreach (Match match in Starred().Matches(text))
        {
            spans.Add(match.Index, match.Index + match.Length, match.Length <= 13 ? Placeholders.Phone : Placeholders.Identity);
        }
    }

    /// <summary>How many groups from <paramref name="first"/> on are one number that was claimed; 0 for none.</summary>
    private static int Claim(MaskSpans spans, List<DigitGroup> cluster, int first)
    {
        var text = spans.Text;
        var start = cluster[first].Start;
        for (var count = Math.Min(cluster.Count - first, MostGroups); count > 0; count--)
        {
            if (NumberGroups.Digits(text, cluster, first, count) is not { Length: >= 7 } digits)
            {
                continue;
            }

            var end = cluster[first + count - 1].End;
            if (digits.Length == 17 && end < text.Length && text[end] is 'X' or 'x' or '×' or '*')
            {
                digits += 'X';
                end++;
            }

            var groups = cluster.GetRange(first, count);
            if (!IsAmount(text, start, end) && KindOf(text, groups, digits) is { } kind)
            {
                (start, end) = kind == Placeholders.Phone ? WithPrefixAndExtension(text, start, end) : (start, end);
                spans.Add(start, end, kind);
                return count;
            }
        }

        return 0;
    }

    private static string? KindOf(string text, List<DigitGroup> groups, string digits)
    {
        var start = groups[0].Start;
        var isOrder = Cues.SaysOrder(text, start) || IsInsideCode(text, start);
        if (IsIdentity(text, groups, digits, isOrder))
        {
            return Placeholders.Identity;
        }

        if (PhoneShape.IsPhone(text, groups, digits, isOrder))
        {
            return Placeholders.Phone;
        }

        // A card's number in a web address is a post's id far more often.
        var inAddress = start > 0 && text[start - 1] is '/' or '=';
        var grouped = groups.Count > 1 && !digits.StartsWith("62", StringComparison.Ordinal);
        return !digits.Contains('X')
            && ((digits.Length is >= 12 and <= 21 && Cues.SaysBank(text, start)) || (!isOrder && !inAddress && !grouped && NumberShape.IsBankCard(digits)))
            ? Placeholders.BankCard
            : null;
    }

    // Checked most strictly where nothing says what the number is: order numbers can begin with a district code and a date.
    private static bool IsIdentity(string text, List<DigitGroup> groups, string digits, bool isOrder)
    {
        if (Cues.SaysIdentity(text, groups[0].Start) && digits.Length is >= 14 and <= 20)
        {
            return true;
        }

        if (NumberShape.IsIdentity18(digits))
        {
            return !isOrder && (NumberShape.HasIdentityCheck(digits) || string.CompareOrdinal(digits, 6, "2020", 0, 4) < 0);
        }

        return !isOrder && groups.Count == 1 && NumberShape.IsIdentity15(digits);
    }

    // "JN13812345678" is one code; "tel13812345678" and "wx138…" are not.
    private static bool IsInsideCode(string text, int start) =>
        start > 0 && char.IsAsciiLetterUpper(text[start - 1]) && !Cues.SaysPhone(text, start);

    private static bool IsAmount(string text, int start, int end)
    {
        // 12.50元: the unit stands after the decimals.
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }
        }

        return (end < text.Length && text[end] is '元' or '万' or '亿' or '块' or '%') || (start > 0 && text[start - 1] is '¥' or '￥' or '$');
    }

    private static (int Start, int End) WithPrefixAndExtension(string text, int start, int end)
    {
        start -= CountryCode().Match(text[Math.Max(0, start - 8)..start]).Length;
        return (start, end + Extension().Match(text, end, Math.Min(16, text.Length - end)).Length);
    }

    [GeneratedRegex(@"(\(?(\+|00)86\)?|\(0)[ \-)]?$|\($|\+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CountryCode();

    [GeneratedRegex(@"\G\)? ?(转|轉|分机|ext\.?|-)[ :]?(分机)?[ :]?[0-9]{1,6}(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Extension();

    [GeneratedRegex(@"(?<of>身份证|银行卡|卡|手机|电话|号码)(号码?)?(后|尾|末)[^0-9\n]{0,4}(?<digits>[0-9]{3,8}[Xx]?)(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tail();

    // Letters that pass for digits: 138OO…
    [GeneratedRegex(@"(?<![0-9A-Za-z])1[3-9](?=[0-9]*[OoIl])[0-9OoIl]{9}(?![0-9A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LetterDigits();

    [GeneratedRegex(@"(?<![0-9A-Za-z*])(1[3-9][0-9]\*{3,5}[0-9]{3,4}|[1-9][0-9]{2,9}\*{4,12}[0-9]{2,4}[0-9Xx])(?![0-9*])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Starred();
}
