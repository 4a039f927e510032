namespace SentimentWatch.Pipeline.Tests.Routing;

/// <summary>What residents say decides who owns it, without the model's help.</summary>
public sealed class OwnersByWordsTests
{
    [Theory]
    [InlineData("小区物业公司乱收停车费，业主委员会也选不起来，物业服务越来越差。", "housing", "zjj")]
    [InlineData("交房三年了开发商还办不下来房产证，孩子落户上学都受影响，什么时候能办理不动产登记？", "natural-resources", "zrzyj")]
    [InlineData("顶楼漏水想动用住宅专项维修资金，不知道怎么申请。", "housing", "zjj")]
    [InlineData("二楼住户把承重墙砸了，我们整栋楼都担心，请来看看。", "housing", "zjj")]
    [InlineData("楼下餐馆把烧烤炉子摆到人行道上，占道经营，油烟往楼上冒。", "urban-management", "csgl")]
    [InlineData("一楼业主在小花园里私搭乱建阳光房，属于违建，要求拆除。", "urban-management", "csgl")]
    [InlineData("辛祝路路灯坏了一排，晚上黑得看不见路。", "urban-management", "csgl")]
    [InlineData("路中间的井盖松动，车一压哐当响，整夜睡不着。", "urban-management", "csgl")]
    [InlineData("垃圾桶满了三天没人清运，味道很大。", "urban-management", "csgl")]
    [InlineData("今天又停水了，没有通知，水厂电话打不通。", "utilities", "jnss")]
    [InlineData("家里自来水发黄，沉淀一层泥沙。", "utilities", "jnss")]
    [InlineData("我们单元从中午停电到现在还没来电。", "utilities", "lcgd")]
    [InlineData("想问下小区什么时候能通天然气，燃气初装费多少。", "utilities", "jnrq")]
    [InlineData("室温只有14度，暖气片摸着冰凉，热力公司推来推去。", "utilities", "jnrl")]
    [InlineData("宽带三天两头断网，装维师傅不来。", "utilities", "txyys")]
    [InlineData("在工地干了五个月，包工头拖欠工资不给，一共两万多。", "labour", "rsj")]
    [InlineData("单位不给交社保，辞职也不给经济补偿金。", "labour", "rsj")]
    [InlineData("父亲住院想办异地就医备案，医保报销比例是多少？", "medical-insurance", "ybj")]
    [InlineData("学区划分太不合理，家门口的小学上不了。", "education", "jytyj")]
    [InlineData("孩子班主任私下有偿补课，不去就给脸色看。", "education", "jytyj")]
    [InlineData("化工厂夜里偷排废气，刺鼻气味让人睡不着。", "environment", "sthj")]
    [InlineData("搅拌站粉尘污染严重，扬尘漫天。", "environment", "sthj")]
    [InlineData("楼下工地夜间施工到两点，施工噪音很大。", "urban-management", "csgl")]
    [InlineData("公交线路调整以后，老人去医院要倒三趟车，等公交半个多小时。", "transport", "jtj")]
    [InlineData("出租车司机拒载还绕路，计价器也不打。", "transport", "jtj")]
    [InlineData("路口红绿灯配时太短，老人根本过不去。", "traffic-police", "jjdd")]
    [InlineData("学校门口两边全是违停车辆，接孩子的时候堵得走不动。", "traffic-police", "jjdd")]
    [InlineData("外地户口想把孩子户口迁过来，落户需要什么材料？", "public-security", "gafj")]
    [InlineData("被人以刷单返利的名义诈骗了八千块。", "public-security", "gafj")]
    [InlineData("在超市买到过期食品，找店家拒绝赔偿。", "market-supervision", "scjgj")]
    [InlineData("小区电梯三天两头故障，维保也不来人。", "market-supervision", "scjgj")]
    [InlineData("健身房关门跑路，办的年卡退不了费。", "market-supervision", "scjgj")]
    [InlineData("楼道里停满电动车飞线充电，消防通道也被堵死。", "fire-rescue", "xfdd")]
    [InlineData("村里征地补偿款一直不发，土地被占了两年。", "natural-resources", "zrzyj")]
    [InlineData("想在宅基地上翻建老房，审批要多久？", "natural-resources", "zrzyj")]
    [InlineData("我母亲七十八了，高龄补贴怎么领？", "civil-affairs", "mzj")]
    [InlineData("家里就靠我一个人，能不能申请低保？", "civil-affairs", "mzj")]
    [InlineData("公积金贷款批了一个月还没放款。", "housing-fund", "gjjglb")]
    [InlineData("浇地的机井坏了，麦子要旱死。", "agriculture-water", "nyncj")]
    [InlineData("小区边上的河道淤积多年，一到汛期就担心，请清淤。", "agriculture-water", "swj")]
    [InlineData("卫生院预约疫苗的号总是约不上。", "health", "wsjkj")]
    [InlineData("商家拒开发票，涉嫌偷税漏税。", "tax", "swju")]
    [InlineData("投资公司理财产品到期不兑付，涉嫌非法集资。", "finance", "czj")]
    [InlineData("退役军人优待证申领以后一直没发下来。", "veterans", "tyjrj")]
    [InlineData("景区门票买了不让进，导游还强制购物。", "culture-tourism", "wlj")]
    [InlineData("法律援助怎么申请，律师要不要钱？", "justice", "sfj")]
    [InlineData("政务服务大厅窗口服务太慢，排队取号等了两个小时。", "data-services", "spfwj")]
    [InlineData("有人在群里造谣说要封路，网络谣言传得到处都是。", "publicity-cyberspace", "wxb")]
    [InlineData("信访事项答复超期了，复查申请也没人理。", "petition-office", "xfj")]
    public void Words_decide(string body, string function, string lead)
    {
        var routing = Licheng.Route(body);
        Assert.True(routing.Function == function && routing.Lead == lead, $"{body} → {routing.Function} {routing.Lead}: {routing.Why}");
    }

    [Fact]
    public void A_matter_of_nobody_goes_to_the_street_of_the_place_or_to_the_office()
    {
        Assert.Equal("tangye", Licheng.Route("你好", place: "绿地城三区").Lead);
        Assert.Equal("qzfb", Licheng.Route("你好").Lead);
    }

    [Fact]
    public void The_street_supports_where_the_function_works_on_the_ground()
    {
        Assert.Equal(["wangsheren"], Licheng.Route("物业费涨价不公示", place: "王舍人街道恒大城").Support);
        Assert.DoesNotContain("wangsheren", Licheng.Route("公积金贷款怎么办", place: "王舍人街道恒大城").Support);
    }

    [Fact]
    public void Neighbours_quarrels_are_the_streets()
    {
        var routing = Licheng.Route("楼上楼下邻里纠纷，居委会调解也不管用。", place: "洪家楼街道鑫达小区");
        Assert.Equal("hongjialou", routing.Lead);
        Assert.Equal("street-office", routing.Function);
    }

    [Fact]
    public void The_model_decides_where_no_word_does()
    {
        var verdict = Licheng.Route(Licheng.Record("这事到底谁来负责"), Licheng.Judged("routine", null, 0.01f, new Models.LabelScore("labour", 0.9f)));
        Assert.Equal("rsj", verdict.Routing.Lead);
        Assert.False(verdict.NeedsReview);
    }

    [Fact]
    public void Thin_evidence_is_looked_at_by_a_person() =>
        Assert.True(Licheng.Route(Licheng.Record("请帮忙"), Licheng.Routine).NeedsReview);
}
