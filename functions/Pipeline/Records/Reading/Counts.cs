using System.Globalization;

namespace SentimentWatch.Pipeline.Records.Reading;

/// <summary>Counts as platforms print them.</summary>
internal static class Counts
{
    /// <summary>"1234", "1,234", "1.2万", "10万+", "3千", "1.1亿", "2.5w"; 0 for what is no count (a label such as 转发).</summary>
    public static long Parse(string? text)
    {
        var plain = (text ?? "").Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal).Trim().TrimEnd('+').Trim();
        if (plain.Length == 0)
        {
            return 0;
        }

        var factor = plain[^1] switch { '万' or 'w' or 'W' => 10_000m, '亿' => 100_000_000m, '千' or 'k' or 'K' => 1_000m, _ => 1m };
        var digits = factor == 1m ? plain : plain[..^1];
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000_000m
            ? (long)(number * factor)
            : 0;
    }
}
