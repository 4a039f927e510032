using SentimentWatch.Models.Background;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// Pairs that say nothing of the matter: the set phrases of each channel, and names so broad that half the records hold them (the city,
/// the district, its streets). Immutable, thread-safe.
/// </summary>
internal sealed class Boilerplate
{
    private static readonly string[] Phrases =
    [
        "尊敬的领导您好", "尊敬的书记市长区长", "领导好", "您好你好", "来电人反映", "市民来电反映", "来电反映", "来电咨询", "来电投诉", "来电举报", "来电表示", "市民反映称", "市民李先生王女士来电",
        "诉求人称", "诉求内容", "反映人", "投诉人", "信访人", "举报人", "热线工单", "接市民来电", "群众反映", "居民反映", "网友反映", "听众反映", "听众来电", "热心听众", "现场连线",
        "请相关部门核实处理", "请求相关部门", "希望相关部门", "望相关部门", "请有关部门尽快处理", "请核实处理并回复", "请尽快解决", "请求解决", "要求尽快处理", "要求相关部门核查", "请转办", "请调查处理", "恳请领导",
        "请政府给个说法", "有没有人管", "到底谁来管", "没人管", "求扩散", "求曝光", "求帮助", "求转发", "扩散一下", "转发微博", "身边事", "民生热线", "政务监督热线", "监督电话", "民声连线", "问政山东", "问政济南",
        "随手拍", "超话", "网页链接", "全文展开", "视频", "公众号留言", "后台留言", "小编", "此致敬礼", "特此反映", "特此信访", "情况反映", "反映情况", "问题反映", "关于反映", "信访事项", "联名信", "全体业主", "广大业主",
        "附近居民", "周边居民", "希望能够", "盼回复", "望回复", "谢谢领导", "谢谢", "辛苦了", "各位领导", "主持人您好", "热力公司供热公司", "自来水公司", "物业公司", "供电公司", "燃气公司", "公交公司", "水务公司", "开发公司", "施工单位", "建设单位", "供热单位", "物业服务企业", "替邻居", "主持人好", "我想反映一下", "想问一下", "麻烦问一下", "请问一下",
    ];

    private readonly PairSet _silent = new();
    private readonly PairSet _broad = new();

    public Boilerplate(Areas areas)
    {
        var units = new TermUnits();
        foreach (var phrase in Phrases)
        {
            Learn(units, phrase, _silent);
        }

        Learn(units, areas.City, _silent);
        Learn(units, areas.City + areas.District, _silent);
        foreach (var street in areas.Streets)
        {
            Learn(units, street.Name, _broad);
            foreach (var alias in street.Aliases)
            {
                Learn(units, alias, _broad);
            }
        }
    }

    /// <summary>True for a pair of a set phrase.</summary>
    public bool IsSilent(uint pair) => _silent.Contains(pair);

    /// <summary>True for a pair of a street's name.</summary>
    public bool IsBroad(uint pair) => _broad.Contains(pair);

    private static void Learn(TermUnits units, string text, PairSet pairs)
    {
        units.Clear();
        units.Add(text, text.Length);
        for (var i = 1; i < units.Count; i++)
        {
            pairs.Add(TermUnits.Pair(units.Codes[i - 1], units.Codes[i]));
        }
    }
}
