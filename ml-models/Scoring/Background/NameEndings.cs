namespace SentimentWatch.Models.Background;

/// <summary>Words that end names of places, firms and bodies: what stands before one is likely a name. Immutable, thread-safe.</summary>
public sealed class NameEndings
{
    private const string OneUnit = "路街巷苑府村庄镇桥站校院厦馆店湖河山港湾庭邸轩坊峪泉洲岛池城园网贷屯寨岭寺厂郡墅境品";

    private const string Land = "湖河山港湾坊峪泉洲岛池岭";

    private const string Pairs =
        "小区社区花园家园新城国际广场大厦公寓公馆名郡小镇商城市场超市酒店饭店宾馆餐厅公司集团学校小学中学大学学院医院诊所大道健身教育培训财富金融投资理财劳务建筑科技商贸物业地产置业实业食品化工" +
        "平台驾校美容影城会所号线工地项目楼盘公园水库大桥立交农场基地商务网络传媒装饰家居橡胶钢铁机械电子制药实验第一第二第三中心附属外国大街东路西路南路北路中路";

    // Words that stand before a name or a common noun but are no part of it.
    private const string Before =
        "反映投诉举报咨询来电关于建议请求希望恳请要求请问住在位于附近旁边对面现在我市我区本市全市各个有关相关教育公安交通城管环保住建市场监管行政执法小区社区业主居民村民学生家长老师师傅司机工人有限责任断头自来垃圾加油充电公交火车汽车红绿消防人行过街停车地下公共人民幼儿城中老旧棚户安置夜宵";

    private readonly bool[] _single = new bool[char.MaxValue + 1];
    private readonly PairSet _pairs = new();

    private readonly PairSet _before = new();

    /// <summary>Makes the tables.</summary>
    public NameEndings()
    {
        for (var i = 0; i < Before.Length; i += 2)
        {
            _before.Add(TermUnits.Pair(Before[i], Before[i + 1]));
        }

        foreach (var unit in OneUnit)
        {
            _single[unit] = true;
        }

        for (var i = 0; i < Pairs.Length; i += 2)
        {
            _pairs.Add(TermUnits.Pair(Pairs[i], Pairs[i + 1]));
        }
    }

    /// <summary>
    /// True when an ending starts at a unit; <paramref name="pair"/> is the key of it and the next, <paramref name="nextPair"/> that of the next two.
    /// Land and water that another ending follows are part of the name: 岛 in 月亮岛路.
    /// </summary>
    public bool StartsAt(int code, int next, uint pair, uint nextPair) =>
        _pairs.Contains(pair) || (IsSingle(code) && !(Land.Contains((char)code, StringComparison.Ordinal) && (IsSingle(next) || _pairs.Contains(nextPair))));

    private bool IsSingle(int code) => code < _single.Length && _single[code];

    /// <summary>True for the key of an ending of two units.</summary>
    public bool IsPair(uint pair) => _pairs.Contains(pair);

    /// <summary>True when a text is nothing but endings: "花园小区".</summary>
    public bool AreAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i + 1 < text.Length; i += 2)
        {
            if (!_pairs.Contains(TermUnits.Pair(text[i], text[i + 1])))
            {
                return false;
            }
        }

        return text.Length % 2 == 0;
    }

    /// <summary>True for the key of a word that stands before a name and is no part of it.</summary>
    public bool IsBefore(uint pair) => _before.Contains(pair);
}
