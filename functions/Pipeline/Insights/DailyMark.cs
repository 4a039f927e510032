using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>A short hash of a row's counts: equal counts, equal mark.</summary>
internal static class DailyMark
{
    /// <summary>8 hex digits.</summary>
    public static string Of(DailyRow row)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{row.Total}|{row.Channels}|{row.Moods}|{row.Sentiments}|{row.Levels}|{row.Kinds}|{row.Topics}|{row.Units}|")
            .Append(row.Handling).Append(row.Alerts)
            .AppendJoin('|', row.Matters);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return Convert.ToHexStringLower(hash.AsSpan(0, 4));
    }
}
