using System.Globalization;

namespace SentimentWatch.Pipeline.Records;

/// <summary>Asia/Shanghai as the product uses it: UTC+8 without summer time, which holds for every date since 1992.</summary>
public static class ShanghaiTime
{
    /// <summary>+08:00.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(8);

    private static readonly string[] Forms =
    [
        "yyyy-M-d H:m:s", "yyyy-M-d H:m", "yyyy-M-d", "yyyy-M-dTH:m:s", "yyyy-M-dTH:m", "yyyy-M-d H:m:s.FFFFFFF", "yyyy-M-dTH:m:s.FFFFFFF",
        "yyyy/M/d H:m:s", "yyyy/M/d H:m", "yyyy/M/d", "yyyy.M.d H:m:s", "yyyy.M.d H:m", "yyyy.M.d",
        "yyyy年M月d日 H:m:s", "yyyy年M月d日 H:m", "yyyy年M月d日H:m:s", "yyyy年M月d日H:m", "yyyy年M月d日H时m分s秒", "yyyy年M月d日 H时m分s秒",
        "yyyy年M月d日H时m分", "yyyy年M月d日 H时m分", "yyyy年M月d日H时", "yyyy年M月d日", "yyyyMMddHHmmss", "yyyyMMdd",
    ];

    /// <summary>The same instant as the wall clock in Jinan shows it.</summary>
    public static DateTimeOffset Of(DateTimeOffset time) => time.ToOffset(Offset);

    /// <summary>The calendar day in Jinan.</summary>
    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(Of(time).DateTime);

    /// <summary>Midnight at which <paramref name="day"/> begins in Jinan.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>
    /// Reads ISO, the common Chinese forms, Unix seconds (10 digits) or milliseconds (13 digits) and Excel serial days (20000–80000);
    /// a time without an offset is Asia/Shanghai.
    /// </summary>
    public static bool TryParse(string? text, out DateTimeOffset time)
    {
        time = default;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty || trimmed.Length > 40)
        {
            return false;
        }

        if (DateTime.TryParseExact(trimmed, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var local))
        {
            return AtShanghai(local, out time);
        }

        if (double.TryParse(trimmed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return FromNumber(number, out time);
        }

        // The microblog's own form.
        if (DateTimeOffset.TryParseExact(trimmed, "ddd MMM dd HH:mm:ss zzz yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
        {
            return true;
        }

        if (trimmed.Length < 8 || trimmed[..4].ContainsAnyExceptInRange('0', '9') || !trimmed.Contains(':'))
        {
            return false;
        }

        // Parsed twice: the first pass only tells whether the text names an offset.
        return DateTime.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var any)
            && (any.Kind == DateTimeKind.Unspecified
                ? AtShanghai(any, out time)
                : DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.None, out time));
    }

    /// <summary>A wall-clock time of Jinan as an instant; false below year 2 or above 9998, where an offset does not fit.</summary>
    public static bool AtShanghai(DateTime local, out DateTimeOffset time)
    {
        var fits = local.Year is > 1 and < 9999;
        time = fits ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Offset) : default;
        return fits;
    }

    private static bool FromNumber(double number, out DateTimeOffset time)
    {
        time = default;
        switch (number)
        {
            case >= 20_000 and < 80_000:
                // Excel keeps days as fractions: round to the second that was typed.
                var seconds = Math.Round((number - Math.Floor(number)) * 86_400);
                return AtShanghai(new DateTime(1899, 12, 30).AddDays(Math.Floor(number)).AddSeconds(seconds), out time);
            case >= 1e9 and < 1e10:
                time = DateTimeOffset.FromUnixTimeSeconds((long)number).ToOffset(Offset);
                return true;
            case >= 1e12 and < 1e13:
                time = DateTimeOffset.FromUnixTimeMilliseconds((long)number).ToOffset(Offset);
                return true;
            default:
                return false;
        }
    }
}
