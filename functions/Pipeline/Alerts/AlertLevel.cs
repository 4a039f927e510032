namespace SentimentWatch.Pipeline.Alerts;

/// <summary>Levels of an alert: 红 橙 黄 蓝 (突发事件应对法 names the four colours; which matter gets which is a setting).</summary>
public static class AlertLevel
{
    public const string Red = "red";
    public const string Orange = "orange";
    public const string Yellow = "yellow";
    public const string Blue = "blue";

    /// <summary>4 for red down to 1 for blue; 0 for anything else.</summary>
    public static int RankOf(string level) => level switch
    {
        Red => 4,
        Orange => 3,
        Yellow => 2,
        Blue => 1,
        _ => 0,
    };

    /// <summary>红色, 橙色, 黄色 or 蓝色; the text itself when it is no level.</summary>
    public static string NameOf(string level) => level switch
    {
        Red => "红色",
        Orange => "橙色",
        Yellow => "黄色",
        Blue => "蓝色",
        _ => level,
    };
}

/// <summary>How grave a matter is: its level, and whether somebody must verify it first.</summary>
/// <param name="Level">See <see cref="AlertLevel"/>.</param>
/// <param name="Doubtful">True when the level rests on doubtful emergencies alone.</param>
public readonly record struct AlertGrade(string Level, bool Doubtful) : IComparable<AlertGrade>
{
    /// <summary>Order of gravity; a firm grade stands above a doubtful one of the same level.</summary>
    public int Rank => (AlertLevel.RankOf(Level) * 2) + (Doubtful ? 0 : 1);

    /// <inheritdoc/>
    public int CompareTo(AlertGrade other) => Rank.CompareTo(other.Rank);

    public static bool operator <(AlertGrade left, AlertGrade right) => left.CompareTo(right) < 0;

    public static bool operator >(AlertGrade left, AlertGrade right) => left.CompareTo(right) > 0;

    public static bool operator <=(AlertGrade left, AlertGrade right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AlertGrade left, AlertGrade right) => left.CompareTo(right) >= 0;
}
