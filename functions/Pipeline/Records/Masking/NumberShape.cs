using System.Globalization;

namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>What a row of digits can be.</summary>
internal static class NumberShape
{
    private static readonly int[] IdentityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>A mobile number of mainland China.</summary>
    public static bool IsMobile(ReadOnlySpan<char> digits) => digits.Length == 11 && digits[0] == '1' && digits[1] >= '3';

    /// <summary>Area code and local number: 010 and 02x with eight digits, the others with seven or eight.</summary>
    public static bool IsLandline(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 11 or > 12 || digits[0] != '0')
        {
            return false;
        }

        var area = digits[1] is '1' or '2' ? 3 : 4;
        return digits[1] is >= '1' and <= '9' && (digits[1] != '1' || digits[2] == '0') && digits.Length - area is 7 or 8
            && (area == 4 || digits.Length == 11) && digits[area] is >= '2' and <= '9';
    }

    /// <summary>Province and birth date of an 18-character identity number (GB 11643) are possible.</summary>
    public static bool IsIdentity18(ReadOnlySpan<char> digits) =>
        digits.Length == 18 && IsProvince(digits) && digits[6..8] is "18" or "19" or "20" && IsDate(digits.Slice(6, 8));

    /// <summary>The check character of an 18-character identity number is right.</summary>
    public static bool HasIdentityCheck(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var at = 0; at < 17; at++)
        {
            sum += (digits[at] - '0') * IdentityWeights[at];
        }

        return "10X98765432"[sum % 11] == char.ToUpperInvariant(digits[17]);
    }

    /// <summary>An identity number of the form used until 1999.</summary>
    public static bool IsIdentity15(ReadOnlySpan<char> digits) =>
        digits.Length == 15 && IsProvince(digits) && IsDate($"19{digits.Slice(6, 6)}");

    /// <summary>16 to 19 digits with the prefix and the check digit (Luhn) of a bank card.</summary>
    public static bool IsBankCard(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 16 or > 19 || digits[0] is < '3' or > '6')
        {
            return false;
        }

        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var value = digits[digits.Length - 1 - at] - '0';
            value = at % 2 == 1 ? value * 2 : value;
            sum += value > 9 ? value - 9 : value;
        }

        return sum % 10 == 0;
    }

    /// <summary>Begins with a day from 1900 to 2099: a date or an order number rather than a phone.</summary>
    public static bool StartsWithDate(ReadOnlySpan<char> digits) =>
        digits.Length >= 8 && digits[..2] is "19" or "20" && IsDate(digits[..8]);

    private static bool IsDate(ReadOnlySpan<char> digits) =>
        DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // 11–15 North, 21–23 North-East, 31–37 East, 41–46 South, 50–54 South-West, 61–65 North-West, 71 81 82 83 the rest.
    private static bool IsProvince(ReadOnlySpan<char> digits) => (digits[0], digits[1]) switch
    {
        ('1', >= '1' and <= '5') or ('2', >= '1' and <= '3') or ('3', >= '1' and <= '7') or ('4', >= '1' and <= '6') => true,
        ('5', <= '4') or ('6', >= '1' and <= '5') or ('7', '1') or ('8', >= '1' and <= '3') or ('9', '1') => true,
        _ => false,
    };
}
