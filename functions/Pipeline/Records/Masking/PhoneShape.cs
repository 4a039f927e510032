namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Tells phones from other numbers by their digits, their grouping and the words before them.</summary>
internal static class PhoneShape
{
    private static readonly string[] MobileGroupings = ["B", "38", "74", "344", "434", "335", "47", "56", "65"];

    /// <summary>True when the groups are one mobile, landline or, after a word that says so, any phone number.</summary>
    public static bool IsPhone(string text, List<DigitGroup> groups, string digits, bool isOrder)
    {
        if (digits.Contains('X') || isOrder)
        {
            return false;
        }

        var said = Cues.SaysPhone(text, groups[0].Start);
        return IsMobile(groups, digits, said) || IsLandline(groups, digits) || (said && IsSaid(groups, digits));
    }

    private static bool IsMobile(List<DigitGroup> groups, string digits, bool said)
    {
        var national = National(digits);
        if (!NumberShape.IsMobile(national))
        {
            return false;
        }

        // Without a word before it, unrelated numbers in a row ("1500 2000 300") must not look like one.
        var grouping = Grouping(groups, digits.Length - national.Length);
        return said || MobileGroupings.Contains(grouping) || grouping.All(size => size == '1');
    }

    private static ReadOnlySpan<char> National(string digits) => digits switch
    {
        { Length: 15 } when digits.StartsWith("0086", StringComparison.Ordinal) => digits.AsSpan(4),
        { Length: 13 } when digits.StartsWith("86", StringComparison.Ordinal) => digits.AsSpan(2),
        { Length: 12 } when digits[0] == '0' => digits.AsSpan(1),
        _ => digits,
    };

    private static bool IsLandline(List<DigitGroup> groups, string digits)
    {
        if (digits.StartsWith("86", StringComparison.Ordinal) && groups.Count > 1 && groups[0].Length == 2)
        {
            digits = "0" + digits[2..];
            groups = groups.GetRange(1, groups.Count - 1);
            return NumberShape.IsLandline(digits) && groups[0].Length is 2 or 3;
        }

        // The area code stands alone or is written together with all the rest.
        return NumberShape.IsLandline(digits)
            && (groups.Count == 1 || (groups.Count <= 4 && groups[0].Length == (digits[1] is '1' or '2' ? 3 : 4)));
    }

    // A local number, or one with a digit too many or too few. 400, 800, 95 and 96 numbers are companies'.
    private static bool IsSaid(List<DigitGroup> groups, string digits)
    {
        var company = digits.StartsWith("400", StringComparison.Ordinal) || digits.StartsWith("800", StringComparison.Ordinal);
        return groups.Count <= 4 && !NumberShape.StartsWithDate(digits) && groups[0].Length >= 3
            && ((digits.Length is 7 or 8 && digits[0] is >= '2' and <= '9' && !company)
                || (digits.Length is 9 or 10 or 12 && digits[0] is '1' && digits[1] >= '3')
                || (digits.Length == 10 && !company && digits[0] is '0'));
    }

    // "344" for 138 1234 5678; B for eleven in one piece.
    private static string Grouping(List<DigitGroup> groups, int prefix)
    {
        var sizes = groups.Select(group => group.Length).ToList();
        for (var at = 0; prefix > 0 && at < sizes.Count; at++)
        {
            var taken = Math.Min(prefix, sizes[at]);
            sizes[at] -= taken;
            prefix -= taken;
        }

        return string.Concat(sizes.Where(size => size > 0).Select(size => size.ToString("X", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
