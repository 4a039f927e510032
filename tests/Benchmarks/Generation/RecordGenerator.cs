using System.Globalization;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Benchmarks.Generation;

/// <summary>Makes one invented day of a district: everyday matters and a few emergencies, the same for the same seed.</summary>
/// <param name="seed">Any number.</param>
/// <param name="day">Day of receipt, Asia/Shanghai.</param>
internal sealed class RecordGenerator(int seed, DateOnly day)
{
    private static readonly string[] Streets =
        ["山大路街道", "洪家楼街道", "东风街道", "全福街道", "荷花路街道", "王舍人街道", "鲍山街道", "郭店街道", "唐冶街道", "港沟街道", "临港街道", "董家街道", "彩石街道", "仲宫街道", "华山街道"];

    private static readonly string[] First = ["松", "兰", "清", "云", "锦", "翠", "星", "澄", "和", "远", "朗", "栖", "禾", "沁", "映"];
    private static readonly string[] Second = ["溪", "湖", "泉", "岭", "悦", "庭", "桥", "林", "湾", "畔", "岸", "谷", "原", "台"];
    private static readonly string[] Last = ["花园", "小区", "家园", "新居", "雅苑", "公寓", "华庭", "名邸"];
    private static readonly string[] Times = ["早上七点", "中午", "傍晚五点", "晚上九点", "凌晨", "夜里十一点"];
    private readonly Random _random = new(seed);

    /// <summary>Records in the order of receipt, <paramref name="emergencies"/> of the matters in <see cref="EmergencyTexts"/> among them, each told one to three times.</summary>
    public IReadOnlyList<SubmittedRecord> Day(int count, int emergencies)
    {
        var told = Enumerable.Range(0, emergencies).SelectMany(matter => Emergency(matter, 1 + _random.Next(3))).ToList();
        var records = new List<SubmittedRecord>(count);
        var start = new DateTimeOffset(day.ToDateTime(new TimeOnly(4, 30)), TimeSpan.FromHours(8));
        var step = TimeSpan.FromHours(18).TotalSeconds / count;
        var every = told.Count == 0 ? int.MaxValue : count / told.Count;
        for (var i = 0; i < count; i++)
        {
            var (title, body) = i % every == every / 2 && i / every < told.Count ? ("", told[i / every]) : Ordinary();
            records.Add(Record(i, start.AddSeconds(step * i), title, body));
        }

        return records;
    }

    /// <summary>One telling of an emergency at a place of its own.</summary>
    public SubmittedRecord OneEmergency(int index, DateTimeOffset receivedAt)
    {
        var text = Emergency(index, 1)[0];
        return new SubmittedRecord
        {
            Channel = Channels.All[index % Channels.All.Count],
            SourceId = string.Create(CultureInfo.InvariantCulture, $"EM{seed:000}-{index:0000}"),
            ReceivedAt = receivedAt,
            Body = text,
        };
    }

    private List<string> Emergency(int matter, int times)
    {
        var tellings = EmergencyTexts.All[matter % EmergencyTexts.All.Count];
        var place = Place();
        return [.. Enumerable.Range(0, times).Select(i => Fill(tellings[i % tellings.Count], place))];
    }

    private (string Title, string Body) Ordinary()
    {
        var (title, body) = OrdinaryTexts.All[_random.Next(OrdinaryTexts.All.Count)];
        var place = Place();
        return (Fill(title, place), Fill(body, place));
    }

    private object[] Place() =>
    [
        Pick(First) + Pick(Second) + Pick(Last), Pick(Streets), Pick(First) + Pick(Second) + "路",
        (_random.Next(1, 40)).ToString(CultureInfo.InvariantCulture), Pick(Times),
    ];

    private static string Fill(string text, object[] place) => string.Format(CultureInfo.InvariantCulture, text, place);

    private string Pick(string[] words) => words[_random.Next(words.Length)];

    private SubmittedRecord Record(int index, DateTimeOffset at, string title, string body) => new()
    {
        Channel = Channels.All[index % Channels.All.Count],
        SourceId = string.Create(CultureInfo.InvariantCulture, $"G{seed:000}-{index:000000}"),
        ReceivedAt = at,
        Title = title.Length == 0 ? null : title,
        Body = body,
    };
}
