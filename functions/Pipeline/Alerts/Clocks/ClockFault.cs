using System.Globalization;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts.Clocks;

/// <summary>Says in Chinese, for logs and cards, what cannot be counted.</summary>
internal static class ClockFault
{
    /// <summary>One sentence: what, why, what to do.</summary>
    public static string Of(string what, MissingYearException fault) => string.Create(
        CultureInfo.InvariantCulture,
        $"{what}无法计算：calendar.json 缺少 {fault.Year} 年，请按国务院办公厅关于{fault.Year}年部分节假日安排的通知补充。");
}
