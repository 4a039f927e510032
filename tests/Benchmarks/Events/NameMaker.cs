using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Benchmarks.Events;

/// <summary>Makes names: a third are places that the district knows, the others are put together and known to nobody.</summary>
/// <param name="areas">The district's places.</param>
/// <param name="random">Where chance comes from.</param>
/// <param name="many">True for names of any two characters, for when hundreds of thousands are needed.</param>
internal sealed class NameMaker(Areas areas, Random random, bool many = false)
{
    private const string First = "锦瑞澜云翠柏华盛金泰御龙凤星海春兰枫紫汇恒嘉悦润祥书望观临颐鸿澄沁桐榆";
    private const string Second = "屏溪泊澜庭湾坪麓岸岭湖景林洲丘渚峪泉川野晖樾阁棠";
    private static readonly string[] Estates = ["花园", "家园", "新城", "华庭", "府", "苑", "公馆", "名郡", "小镇", "国际"];
    private static readonly string[] Roads = ["路", "街", "大街", "北路", "东路"];
    private static readonly string[] Villages = ["庄村", "村", "店村", "屯村"];
    private static readonly string[] Schools = ["小学", "中学", "实验学校", "第二小学"];

    private const int MostTries = 20;

    // Hashes: a million names would weigh more than what is measured.
    private readonly HashSet<ulong> _used = [];

    /// <summary>A name not given before, and its short form.</summary>
    public (string Name, string Short) Make(string kind, string sort)
    {
        for (var tries = 0; ; tries++)
        {
            // When short names run out, longer ones.
            var (name, shortName) = Once(kind, sort, 2 + (tries / MostTries));
            // No two names that differ in their first character alone: nobody could keep them apart in every spelling.
            if (_used.Add(HashOf(name.AsSpan(1))))
            {
                return (name, shortName);
            }
        }
    }

    private static ulong HashOf(ReadOnlySpan<char> text)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 0x100000001B3UL;
        }

        return hash;
    }

    private (string Name, string Short) Once(string kind, string sort, int length)
    {
        if (sort != "firm" && random.Next(3) == 0)
        {
            var street = areas.Streets[random.Next(areas.Streets.Count)];
            var known = sort switch { "estate" => street.Estates, "road" => street.Roads, "village" => street.Villages, _ => street.Landmarks.Where(l => l.EndsWith('学')).ToList() };
            if (known.Count > 0)
            {
                var place = known[random.Next(known.Count)];
                return (place, place);
            }
        }

        var stem = many ? string.Concat(Enumerable.Range(0, 3).Select(_ => (char)random.Next(0x4E00, 0x9FA5))) : First[random.Next(First.Length)] + string.Concat(Enumerable.Range(1, length - 1).Select(_ => Second[random.Next(Second.Length)]));
        return sort switch
        {
            "estate" when stem + Estates[random.Next(Estates.Length)] is var estate => (estate + "小区", estate),
            "road" when stem + Roads[random.Next(Roads.Length)] is var road => (road, road),
            "village" when stem + Villages[random.Next(Villages.Length)] is var village => (village, village),
            "school" when stem + Schools[random.Next(Schools.Length)] is var school => (school, school),
            _ => Firm(stem, kind),
        };
    }

    private static (string Name, string Short) Firm(string stem, string kind) => kind switch
    {
        "gym" => ($"{stem}健身会所", $"{stem}健身"),
        "train" => ($"{stem}教育培训学校", $"{stem}教育"),
        "wage" => ($"济南{stem}建筑劳务有限公司", $"{stem}劳务"),
        "fraud" => ($"{stem}财富管理有限公司", $"{stem}财富"),
        "pollute" => ($"{stem}橡胶厂", $"{stem}橡胶厂"),
        _ => ($"{stem}医院", $"{stem}医院"),
    };
}
