using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>
/// What two records must share to speak of one matter: lead unit, kind of danger, place and day. A pure function of one
/// record, so that neither order nor instance nor a crash changes which records stand together.
/// </summary>
/// <param name="Unit">Lead unit code.</param>
/// <param name="KindGroup">See <see cref="DangerNames.GroupOf"/>.</param>
/// <param name="Where">The place as exactly as it is known, or a hash of the text.</param>
/// <param name="DayStart">04:00 Asia/Shanghai at which the matter's day began (UTC); few matters are alive then.</param>
/// <param name="Against">Codes of the units that must not see it, in order, with commas between: what speaks against a unit never stands with what that unit handles.</param>
public sealed record MatterKey(string Unit, string KindGroup, string Where, DateTimeOffset DayStart, string Against = "")
{
    private static readonly TimeSpan DayCut = TimeSpan.FromHours(4);

    /// <summary>The key of a record.</summary>
    public static MatterKey Of(JudgedRecord judged)
    {
        ArgumentNullException.ThrowIfNull(judged);
        var routing = judged.Verdict.Routing;
        return new MatterKey(
            routing.Lead,
            DangerNames.GroupOf(judged.Verdict.Urgency.Kind),
            MatterPlace.Of(judged.Record, routing.Place),
            DayStartOf(judged.Record.ReceivedAt),
            string.Join(',', routing.Recused.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }

    /// <summary>32 hex digits that name the matter.</summary>
    public string Hash() => Convert.ToHexStringLower(Digest("")[..16]);

    /// <summary>The alert id of this matter. <paramref name="probe"/> 1, 2 … are the next ids to try when another matter has the one before.</summary>
    public string AlertId(int probe)
    {
        var number = BitConverter.ToUInt64(Digest(probe == 0 ? "" : $"#{probe}")) % 90_000_000;
        return string.Create(CultureInfo.InvariantCulture, $"A{number + 10_000_000}");
    }

    /// <summary>When the matter's day began that a moment lies in.</summary>
    internal static DateTimeOffset DayStartOf(DateTimeOffset received)
    {
        var day = ShanghaiTime.DayOf(received - DayCut);
        return (ShanghaiTime.StartOf(day) + DayCut).ToUniversalTime();
    }

    private byte[] Digest(string salt) => SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Unit}\n{KindGroup}\n{Where}\n{DayStart.UtcTicks}{(Against.Length == 0 ? "" : "\n")}{Against}{salt}")));
}
