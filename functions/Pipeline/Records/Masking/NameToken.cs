using System.Buffers;
using System.Collections.Frozen;

namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>How much the words before a name say that it is one.</summary>
internal enum NameEvidence
{
    /// <summary>我是, 业主: anything may follow.</summary>
    Weak,

    /// <summary>我丈夫: a name often follows.</summary>
    Likely,

    /// <summary>我叫: a name follows.</summary>
    Sure,

    /// <summary>姓名: — a name follows, of any people.</summary>
    Labelled,
}

/// <summary>Finds where a name ends in a text without word breaks.</summary>
internal static class NameToken
{
    private const string Follow = "住是在今家来现男女的我因于和与跟身电手联要想反向有已从年生被患去也就系为将自此由到说对请希特称前曾及诉求投举系岁每一这不没了又给";

    private static readonly SearchValues<string> Followers = SearchValues.Create(["身份证", "电话", "手机", "联系", "今年", "现年", "男", "女", "反映", "来电", "投诉", "举报", "称", "系", "家住", "现住", "住在", "住", "在", "于1", "于2", "自1", "自2", "因", "微信"], StringComparison.Ordinal);

    // Surnames that are everyday words at that place: only a three-character name with a clear end counts after weak words.
    private const string WeakSurnames = "于时连全都和向应曾常从安方单白经车师边商路游房党农司平计万成明高温江云水许金关包项尚顾何解查过易牛双后海老那能相空冷简强帅权区楼管程马段毕任花石黄";

    private static readonly string[] Titles =
        ["先生", "女士", "小姐", "同志", "老师", "同学", "主任", "经理", "师傅", "大爷", "大妈", "大娘", "阿姨", "书记", "局长", "科长", "处长", "院长", "校长", "所长", "队长", "医生", "大夫", "律师", "警官", "叔叔", "总监", "老板", "区长", "市长", "镇长", "村长", "会计", "司机", "教授", "护士", "站长", "支书", "队员", "老人", "奶奶", "爷爷", "法官", "店长", "主席", "部长", "组长", "社长", "大哥", "大姐", "工程师", "某", "女生", "男士", "总", "工", "姓", "氏"];

    /// <summary>Words that begin like a name, by their first two characters.</summary>
    private static readonly FrozenSet<string> Words = (
        "党员 党支 党委 党群 农民 农户 农村 农业 司机 司法 车主 车上 车位 车库 车辆 车间 车子 车来 车去 游客 游戏 商户 商贩 商家 商场 商业 商品 商铺 房东 房主 房子 房屋 房产 路人 路过 路边 路口 路上 顾客 单身 单位 单亲 单元 单独 应届 应该 应当 应急 全职 全家 全村 全体 全小 全部 全国 全市 全区 文盲 文化 文明 高三 高中 高一 高二 高考 高龄 高新 高层 高级 高血 高烧 高速 高铁 高校 高度 高价 高空 温州 温馨 温度 安徽 安全 安置 安排 安装 安静 江苏 江西 江北 云南 平阴 平时 平房 平台 章丘 历城 沈阳 万科 万达 万分 万一 恒大 龙湖 龙洞 鲁能 陈述 张贴 张口 严重 严格 严厉 时常 时间 时候 时不 时代 连续 连着 连夜 连接 曾经 曾在 常年 常住 常常 常务 于是 于今 于去 从事 从来 从小 许多 许久 何时 何人 何况 何必 白天 白领 白内 白血 白色 方便 方才 方向 方面 方案 方式 经常 经过 经营 向你 向您 向贵 向有 向区 向市 和家 和老 和他 和我 包括 包工 金融 金额 金属 关于 关注 关心 关系 关闭 查询 查看 查处 解决 解释 项目 尚未 尚品 程序 程度 马上 马路 牛奶 毕业 段时 强烈 强制 强拆 强行 双职 双方 管理 管道 管委 管家 相关 相信 相邻 简单 简直 计划 计算 那个 那天 那边 那些 水电 水务 水费 水管 石材 石膏 明天 明确 明明 明知 任何 任意 权益 权利 楼下 楼上 楼房 楼道 楼层 楼顶 楼盘 楼长 花园 花费 都是 都在 都有 都没 都不 老师 老人 老年 老百 老旧 宫颈 冷水 易燃 成立 成年 成都 边上 过来 过去 过程 空调 后来 海尔 海信 华山 华为 柳埠 唐冶 董家 郭店 洪家 祝甸 孙村 王舍 张马 黄疸 黄河 黄台 和平 和谐 费用 施工 舒适 党家 齐鲁 山大 宁静 宁可 卫生 元月 支付 广大 广场 门口 门面 门卫 初中 初三 幸福 容易 束手 巩固 景区 景观 明水 文件 文物 阳光 阳台 谷雨 苗木 别人 别的 别墅 由于 由来 凌晨 盛世 汤泉 柴油 常温 池塘 麻烦 封闭 封控 利用 利益 钟点 左右 古稀 纪检 宋代 宣传 居住 居委 居然 居民 信访 信息 信用 信号 信任 展开 全程 区里 区政 区域 开心 布置 布满 项链 胡同 胡乱 顾虑 金牌 汪汪 应付 应聘 保安 陆续 贾家 陶瓷 雷电 雷雨 祖籍 都市 储蓄 巴士 巴不 余额 余下 白酒 东方 公孙 百里 长孙 计生 通知 通过 通行 蓝天 毛坯 毛病 童装 童年 洪水 洪楼 鲜花 冰箱 丁字 戴着 戴口 喻为 言论 江水 宗教 宗旨 米面 汉族 汉峪 满意 满族 满分 回复 回族 回访 严肃 谈话 谈判 终于 终身 班主 班级 支持 支队 化粪 化工 曲线 曲阜 郑州 郑重 武汉 武装 魏家 贺岁 廉租 廉政 康复 薄弱 荣誉 强奸 那里 云平 商量 仇视 沙子 沙发 沙土 印章 印象 池子 母子 狄仁 宿舍 白云 梅花 梅雨 林业 林地 林木 田地 田间 田径 丛林 向阳 景明 干部 干活 干净 干扰 但是 但凡 但愿 尉官 植物 植树 奉劝 冶金 况且 能够 能否 能不 能源 闭路 由此 由他 如果 如何 于此 于本 于二 于一 于前 于昨 于上 于下 于年 危房 危险 危害 况是 银行 银座 玉函 战友 战争 慕名 舍不 阿里 哈哈 承诺 茅台 帅哥 强迫 盖房 盖的 盖章 花钱 花了 花都 位于 位置 闻到 闻讯 燕山 储存 储户 原因 原来 原是 原告 原本 原单 原住 南方 南京 南北 南门 南部 皮肤 铁路 支教 支架 支出 仓库 苏州 乐意 乐器 冉冉 广告 广东 广西 厉害 平均 平安 平米 车牌 路灯 路面 解放 解除 时段 金山 金钱 计时 花坛 花草 商务 商贷 商河 商住 经济 经理 经开 经适 施救 温泉 温暖 池州 安居 安保 安检 白鹤 白马 万象 万元 万家 万物 高额 高压 高温 高质 高架 高中 常规 查封 查实 查验 包装 包含 包庇 包容 关键 关爱 关门 海关 海外 海南 海绵 尚有 老板 老公 老婆 老家 老乡 老小 明显 明年 明细 强化 强调 和睦 和物 时有 时光 连锁 连廊 连带 向上 向前 向社 向相 向物 应有 应对 应收 任职 任务 任由 任性 程家 段店 石头 石油 黄色 黄金 黄牛 黄岛 水泥 水表 水库 水压 水源 水质 谢谢 谢意 申请 申报 申诉 常客 纪委 申领 华润 符合 车现 孙子 孙女 曾反 管部 管申 练晨 童解 钱财 钱款 安宁 金谷 石灰 华悦 来信").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly string[] NoNames = ["匿名", "保密", "市民", "群众", "网友", "网民", "不详", "未知", "物业", "本人", "同上", "无名", "居民", "业主", "村民", "隐私", "什么", "怎么", "如何", "哪个", "公司", "家属", "学生", "社区", "中心", "政府", "客服"];

    private const string NeverEnds = "人员户者区村镇县市街局厂店院校妈爸族客园路桥苑";

    /// <summary>True when what looks like a name is a word of the language.</summary>
    public static bool IsWord(ReadOnlySpan<char> name) =>
        (name.Length >= 2 && Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[..2])) || NeverEnds.Contains(name[^1]);

    /// <summary>Length of the name at the start of <paramref name="text"/>; 0 when there is none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, NameEvidence evidence)
    {
        var run = HanRun(text);
        var surname = Surnames.LengthAt(text);
        if (evidence >= NameEvidence.Sure && MinorityName(text, run) is > 0 and var length)
        {
            return length;
        }

        if (surname == 0)
        {
            return evidence == NameEvidence.Labelled && run is 2 or 3 && !IsWord(text[..run]) && !NoNames.Contains(text[..2].ToString()) && !IsAddressed(text, 1) && IsLabelEnd(text, run) ? run : 0;
        }

        // 于去年, 于今日: a date, not a name.
        if (evidence < NameEvidence.Sure && text[0] == '于' && run > 1 && text[1] is '去' or '今' or '前' or '昨' or '上' or '下' or '本' or '此' or '年' or '水' or '心' or '情')
        {
            return 0;
        }

        if (run < surname + 1 || IsAddressed(text, surname) || Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[..2]))
        {
            return 0;
        }

        var found = evidence == NameEvidence.Weak ? Strict(text, surname, run) : Loose(text, surname, run, evidence);
        return found > 0 && (evidence >= NameEvidence.Sure || !NeverEnds.Contains(text[found - 1])) ? found : 0;
    }

    // A clear end, or words that belong to a person, right after the name.
    private static int Strict(ReadOnlySpan<char> text, int surname, int run)
    {
        var weak = surname == 1 && WeakSurnames.Contains(text[0]);
        for (var length = surname + 2; length > surname; length--)
        {
            if (run >= length && (run == length || StartsWithFollower(text[length..])) && (!weak || length == surname + 2 || StartsWithFollower(text[length..])))
            {
                return length;
            }
        }

        // 我是李小明的儿子
        for (var length = surname + 2; length > surname && !weak; length--)
        {
            if (run > length + 1 && text[length] == '的' && text[length + 1] is '儿' or '女' or '妻' or '丈' or '母' or '父' or '家' or '老' or '爱' or '哥' or '弟' or '姐' or '妹' or '孙')
            {
                return length;
            }
        }

        return 0;
    }

    private static int Loose(ReadOnlySpan<char> text, int surname, int run, NameEvidence evidence)
    {
        var weak = evidence < NameEvidence.Sure && surname == 1 && WeakSurnames.Contains(text[0]);
        if (run <= surname + 2)
        {
            return weak && run == surname + 1 ? 0 : run;
        }

        if (weak)
        {
            return Follow.Contains(text[surname + 2]) && !Follow.Contains(text[surname + 1]) ? surname + 2 : 0;
        }

        if (Follow.Contains(text[surname + 1]))
        {
            return surname + 1;
        }

        return Follow.Contains(text[surname + 2]) || evidence >= NameEvidence.Sure ? surname + 2 : 0;
    }

    private static bool StartsWithFollower(ReadOnlySpan<char> text) => text[..Math.Min(3, text.Length)].IndexOfAny(Followers) == 0;

    private static bool IsAddressed(ReadOnlySpan<char> text, int surname)
    {
        foreach (var title in Titles)
        {
            if (text[surname..].StartsWith(title, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLabelEnd(ReadOnlySpan<char> text, int run) => run == text.Length || text[run] is ',' or ' ' or ';' or '\n' or '。' or ')' or '、';

    // 阿依古丽·买买提
    private static int MinorityName(ReadOnlySpan<char> text, int run)
    {
        if (run is < 2 or > 8 || run >= text.Length || text[run] is not ('·' or '•'))
        {
            return 0;
        }

        var second = HanRun(text[(run + 1)..]);
        return second is >= 2 and <= 8 ? run + 1 + second : 0;
    }

    // No name is longer than this, and counting on would make a long text quadratic.
    private const int LongestRun = 12;

    private static int HanRun(ReadOnlySpan<char> text)
    {
        var run = 0;
        while (run < text.Length && run < LongestRun && text[run] is >= '一' and <= '鿿')
        {
            run++;
        }

        return run;
    }
}
