using CsCheck;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Tests.Records;

/// <summary>What of a text is personal data, as residents write it, and what is not. All of it invented.</summary>
public sealed class MaskerTests
{
    [Theory]
    [InlineData("电话13800000001", "电话〔电话〕")]
    [InlineData("电话：138 0000 0001，请回复", "电话：〔电话〕，请回复")]
    [InlineData("手机138-0000-0001", "手机〔电话〕")]
    [InlineData("请打138 00000001", "请打〔电话〕")]
    [InlineData("请打1380000 0001", "请打〔电话〕")]
    [InlineData("联系我１３８００００００１２", "联系我〔电话〕")]
    [InlineData("1 3 8 0 0 0 0 0 0 0 1联系", "〔电话〕联系")]
    [InlineData("+86 13800000001", "〔电话〕")]
    [InlineData("+8613800000001", "〔电话〕")]
    [InlineData("0086-138-0000-0001", "〔电话〕")]
    [InlineData("tel13800000001", "tel〔电话〕")]
    [InlineData("13800000001/13900000002", "〔电话〕/〔电话〕")]
    [InlineData("手机一三八零零零零零零零一", "手机〔电话〕")]
    [InlineData("一三八，零零零零，零零零一", "〔电话〕")]
    [InlineData("幺三八〇〇〇〇〇〇〇一", "〔电话〕")]
    [InlineData("138零零零零0001", "〔电话〕")]
    [InlineData("138\u200B0000\u200B0001", "〔电话〕")]
    [InlineData("1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣1️⃣", "〔电话〕")]
    [InlineData("𝟏𝟑𝟖𝟎𝟎𝟎𝟎𝟎𝟎𝟎𝟏", "〔电话〕")]
    [InlineData("&#49;&#51;&#56;00000001", "〔电话〕")]
    [InlineData("138<b>0000</b>0001", "〔电话〕")]
    [InlineData("138&nbsp;0000&nbsp;0001", "〔电话〕")]
    [InlineData("138****0001", "〔电话〕")]
    [InlineData("手机尾号0001", "手机尾号〔电话〕")]
    [InlineData("13800000001wx同号", "〔电话〕wx同号")]
    [InlineData("电话1380000001", "电话〔电话〕")]
    [InlineData("打13800000OO1", "打〔电话〕")]
    public void Mobile_numbers(string text, string masked) => Assert.Equal(masked, Masker.Mask(text));

    [Theory]
    [InlineData("座机0531-88880000", "座机〔电话〕")]
    [InlineData("座机0531-88880000转803", "座机〔电话〕")]
    [InlineData("(0531)88880000", "〔电话〕")]
    [InlineData("（0531）8888 0000", "〔电话〕")]
    [InlineData("053188880000", "〔电话〕")]
    [InlineData("010 88880000", "〔电话〕")]
    [InlineData("0537-2220000", "〔电话〕")]
    [InlineData("+86-531-8888 0000", "〔电话〕")]
    [InlineData("办公电话：88880000", "办公电话：〔电话〕")]
    [InlineData("家里电话8888-0000", "家里电话〔电话〕")]
    [InlineData("零五三一八八八八零零零零", "〔电话〕")]
    public void Landlines(string text, string masked) => Assert.Equal(masked, Masker.Mask(text));

    [Theory]
    [InlineData("身份证号370112199001011239", "身份证号〔身份证〕")]
    [InlineData("身份证370112199001011239", "身份证〔身份证〕")]
    [InlineData("370112 19900101 1239", "〔身份证〕")]
    [InlineData("身份证：37011219900101123X，", "身份证：〔身份证〕，")]
    [InlineData("37011219900101123x", "〔身份证〕")]
    [InlineData("身份证37011219900101123Ｘ", "身份证〔身份证〕")]
    [InlineData("３７０１１２１９９００１０１１２３９", "〔身份证〕")]
    [InlineData("370112900101123", "〔身份证〕")]
    [InlineData("身份证后六位011239", "身份证后六位〔身份证〕")]
    [InlineData("3701**********1239", "〔身份证〕")]
    [InlineData("身份证三七零一一二一九九零零一零一一二三九", "身份证〔身份证〕")]
    public void Identity_numbers(string text, string masked) => Assert.Equal(masked, Masker.Mask(text));

    [Theory]
    [InlineData("银行卡6222020000000000005", "银行卡〔银行卡〕")]
    [InlineData("卡号：6222 0200 0000 0000 123", "卡号：〔银行卡〕")]
    [InlineData("4111111111111111", "〔银行卡〕")]
    [InlineData("打到工行6222020000000000123", "打到工行〔银行卡〕")]
    [InlineData("银行卡尾号0123", "银行卡尾号〔银行卡〕")]
    public void Bank_cards(string text, string masked) => Assert.Equal(masked, Masker.Mask(text));

    [Theory]
    [InlineData("邮箱abc.def@example.com", "邮箱〔邮箱〕")]
    [InlineData("发到 abc_1@mail.example.com.cn，", "发到 〔邮箱〕，")]
    [InlineData("ａｂｃ＠ｅｘａｍｐｌｅ．ｃｏｍ", "〔邮箱〕")]
    [InlineData("12345678@qq.com", "〔邮箱〕")]
    [InlineData("abc123(at)163.com", "〔邮箱〕")]
    [InlineData("abc123 @ 163 . com", "〔邮箱〕")]
    [InlineData("abc123#qq.com", "〔邮箱〕")]
    [InlineData("QQ12345678", "QQ〔账号〕")]
    [InlineData("qq号：12345678", "qq号：〔账号〕")]
    [InlineData("加Q 12345678", "加Q 〔账号〕")]
    [InlineData("扣扣12345678", "扣扣〔账号〕")]
    [InlineData("vx:abc_123", "vx:〔账号〕")]
    [InlineData("wx：zhangsan88", "wx：〔账号〕")]
    [InlineData("微信号abc_123", "微信号〔账号〕")]
    [InlineData("微信号：LiXiaoming", "微信号：〔账号〕")]
    [InlineData("加微信 lixm-2020", "加微信 〔账号〕")]
    [InlineData("加V：lixm2020", "加V：〔账号〕")]
    [InlineData("微信：wxid_abcd1234efgh", "微信：〔账号〕")]
    [InlineData("lixm_2020（微信）", "〔账号〕（微信）")]
    [InlineData("抖音号：quan998877", "抖音号：〔账号〕")]
    [InlineData("鲁A12345", "〔车牌〕")]
    [InlineData("车牌鲁A·12345。", "车牌〔车牌〕。")]
    [InlineData("鲁AD12345新能源", "〔车牌〕新能源")]
    [InlineData("鲁A 8K123的车", "〔车牌〕的车")]
    [InlineData("车牌号A12345", "车牌号〔车牌〕")]
    [InlineData("护照G12345678", "护照〔护照〕")]
    [InlineData("持E12345678出境", "持〔护照〕出境")]
    [InlineData("通行证号C12345678", "通行证号〔证件〕")]
    public void Mail_accounts_plates_and_documents(string text, string masked) => Assert.Equal(masked, Masker.Mask(text));

    [Theory]
    [InlineData("我叫李小明，住在柳林", "我叫〔姓名〕，住在柳林")]
    [InlineData("我叫李小明住在柳林", "我叫〔姓名〕住在柳林")]
    [InlineData("我叫张伟反映一个问题", "我叫〔姓名〕反映一个问题")]
    [InlineData("我名叫欧阳小明。", "我名叫〔姓名〕。")]
    [InlineData("我是李小明，小区业主", "我是〔姓名〕，小区业主")]
    [InlineData("我是李小明的儿子", "我是〔姓名〕的儿子")]
    [InlineData("本人李小明，身份证370112199001011239", "本人〔姓名〕，身份证〔身份证〕")]
    [InlineData("本人张伟身份证号码370112199001011239", "本人〔姓名〕身份证号码〔身份证〕")]
    [InlineData("姓名：李小明", "姓名：〔姓名〕")]
    [InlineData("联系人：李小明 13800000001", "联系人：〔姓名〕 〔电话〕")]
    [InlineData("联系人李小明，", "联系人李小明，|联系人〔姓名〕，")]
    [InlineData("投诉人:张伟", "投诉人:〔姓名〕")]
    [InlineData("李小明，男，1960年生", "〔姓名〕，男，1960年生")]
    [InlineData("李小明13800000001", "〔姓名〕〔电话〕")]
    [InlineData("请联系李小明：138 0000 0001", "请联系〔姓名〕：〔电话〕")]
    [InlineData("我丈夫李建国今年在工地摔伤", "我丈夫〔姓名〕今年在工地摔伤")]
    [InlineData("我母亲王秀兰，七十岁", "我母亲〔姓名〕，七十岁")]
    [InlineData("请尽快处理，谢谢！\n李小明", "请尽快处理，谢谢！\n〔姓名〕")]
    [InlineData("此致 敬礼 李小明 2026年3月1日", "此致 敬礼 〔姓名〕 2026年3月1日")]
    [InlineData("姓名：阿依古丽·买买提", "姓名：〔姓名〕")]
    [InlineData("反映人李强：小区停水", "反映人〔姓名〕：小区停水")]
    [InlineData("姓 名：王芳", "姓 名：〔姓名〕")]
    [InlineData("我姓李，叫李建国", "我姓李，叫〔姓名〕")]
    [InlineData("本人李建国于2020年购买", "本人〔姓名〕于2020年购买")]
    [InlineData("联系人王芳13800000001", "联系人〔姓名〕〔电话〕")]
    [InlineData("物业经理周小义电话13800000001", "物业经理〔姓名〕电话〔电话〕")]
    [InlineData("李小明、王芳、赵强等12人", "〔姓名〕、〔姓名〕、〔姓名〕等12人")]
    [InlineData("我叫李小明。后来保安打了李小明一顿", "我叫〔姓名〕。后来保安打了〔姓名〕一顿")]
    [InlineData("周小义先生很热心", "〔姓名〕先生很热心")]
    [InlineData("请处理。\n周小义 2026年3月1日", "请处理。\n〔姓名〕 2026年3月1日")]
    public void Names(string text, string masked) => Assert.Contains(Masker.Mask(text), masked.Split('|'));

    [Theory]
    [InlineData("工单JN20261122-000123已派发")]
    [InlineData("工单编号15012345678901")]
    [InlineData("受理号：13812345678未回复")]
    [InlineData("编号370112202603010001")]
    [InlineData("拨打12345、110、119、120都没人管")]
    [InlineData("客服热线4008208820和95588")]
    [InlineData("2026年11月22日08:31，共花费13800元")]
    [InlineData("2026-11-22 08:31:05 停电")]
    [InlineData("工资从1500 2000 300一路降")]
    [InlineData("交了13812345678.50元")]
    [InlineData("经十路20000号，G2001绕城高速，S102省道")]
    [InlineData("3号楼2单元501室，1-3-801")]
    [InlineData("王主任和李女士都说不管，张师傅也来过")]
    [InlineData("历城区住建局、柳林街道办事处、山东大学附属医院")]
    [InlineData("我是王府花园的业主")]
    [InlineData("我是党员，也是车主")]
    [InlineData("我是农民，本人常年在外")]
    [InlineData("我叫了物业，我叫他们来修")]
    [InlineData("本人于2019年购房")]
    [InlineData("本人马上六十岁，本人曾经反映过")]
    [InlineData("居民楼下，业主方面，市民方便")]
    [InlineData("我妈高血压，我儿子高三")]
    [InlineData("王某、张某某被打")]
    [InlineData("QQ群里都在说，微信公众号也发了，关注微信公众号：licheng_fabu")]
    [InlineData("京沪高速，鲁能领秀城，K139路公交")]
    [InlineData("第一二三四五小学")]
    [InlineData("小区有1200户，占地37011平方米")]
    [InlineData("@济南12345 请看")]
    [InlineData("姓名：无，联系人：匿名")]
    public void What_is_not_personal_stays(string text) => Assert.Equal(text, Masker.Mask(text));

    [Fact]
    public void Masking_twice_is_masking_once()
    {
        string[] parts =
        [
            "我叫", "李小明", "本人", "138", "0000", "0001", "13800000001", "370112199001011239", "鲁A12345", "abc@example.com", "微信", "QQ", "：", "，", " ", "-", "的", "是",
            "身份证", "电话", "一三八零零零零零零零一", "〔电话〕", "\u200B", "&#49;", "\n", "6222020000000000005", "男", "谢谢", "编号", "x", "1", "王", "转", "E12345678", "（", "）", "\\u0031", "<b>",
        ];
        Gen.Int[0, parts.Length - 1].Select(at => parts[at]).Array[1, 14].Select(string.Concat).Sample(
            text =>
            {
                var once = Masker.Mask(text);
                Assert.Equal(once, Masker.Mask(once));
            },
            iter: 5_000);
    }

    [Fact]
    public void A_long_hostile_text_is_masked_in_linear_time()
    {
        foreach (var part in new[] { "a", "1", "1-", "@", "我叫", "鲁A", "微信 ", "<a", "&#", "张", "138 ", "qq" })
        {
            var text = string.Concat(Enumerable.Repeat(part, 60_000 / part.Length));
            Assert.NotNull(Masker.Mask(text));
        }
    }
}
