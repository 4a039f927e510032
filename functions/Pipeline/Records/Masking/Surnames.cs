using System.Collections.Frozen;

namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Chinese surnames, to tell a self-introduced name ("我叫李小明") from any other words ("我叫了物业").</summary>
internal static class Surnames
{
    private const string Single =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储栗燕楚鄢劳谌奚皮粟冼蔺盘闻厉伊仝郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰卿国狄平计索宣晋云扈晁芮普阙浦戈伏鹿薄邸雍辜羊阿乌裘亓修邰赫杭鲜逯隆茹诺玉亢嵇哈湛宾戎勾茅於揭干尉冶斯元檀阴昝智奉衡尧闭";

    private static readonly FrozenSet<char> Singles = Single.ToFrozenSet();

    private static readonly FrozenSet<string> Doubles = new[]
    {
        "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "夏侯", "长孙", "宇文", "端木", "南宫", "独孤", "轩辕", "呼延", "闻人", "澹台", "申屠", "太史", "钟离", "东郭", "百里", "西门", "赫连", "公冶",
    }.ToFrozenSet();

    /// <summary>Length of the surname at the start of <paramref name="text"/>: 2, 1, or 0 when it is none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        if (text.Length >= 2 && Doubles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[..2]))
        {
            return 2;
        }

        return text.Length >= 1 && Singles.Contains(text[0]) ? 1 : 0;
    }

    /// <summary>A surname with one or two more 汉字, and no form of address (先生, 女士).</summary>
    public static bool LooksLikeFullName(string text)
    {
        var surname = LengthAt(text);
        return surname > 0
            && text.Length - surname is 1 or 2
            && text.All(character => character is >= '一' and <= '鿿')
            && !text.EndsWith("先生", StringComparison.Ordinal) && !text.EndsWith("女士", StringComparison.Ordinal)
            && !text.EndsWith("小姐", StringComparison.Ordinal) && !text.EndsWith("同志", StringComparison.Ordinal);
    }
}
