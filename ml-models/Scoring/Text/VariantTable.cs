namespace SentimentWatch.Models.Text;

/// <summary>
/// One-to-one folding of UTF-16 units: full-width to half-width, upper to lower case, the traditional characters that
/// residents' mail really uses to simplified, digits to one digit class. A zero entry drops the unit.
/// </summary>
internal static class VariantTable
{
    // Traditional and simplified forms, side by side.
    private const string Pairs =
        "萬万與与醜丑專专業业東东絲丝兩两嚴严喪丧個个豐丰臨临為为麗丽舉举義义烏乌樂乐喬乔習习鄉乡書书買买亂乱爭争虧亏雲云亞亚產产畝亩親亲億亿僅仅從从侖仑倉仓儀仪們们價价眾众優优會会傘伞偉伟傳传傷伤倫伦偽伪體体餘余傭佣俠侠侶侣側侧僑侨儘尽償偿儲储兒儿黨党蘭兰關关興兴養养獸兽內内岡冈冊册寫写軍军農农馮冯衝冲決决況况凍冻淨净涼凉減减湊凑凜凛幾几鳳凤憑凭凱凯擊击鑿凿劃划劉刘則则剛刚創创刪删別别劑剂劍剑勸劝辦办務务動动勵励勁劲勞劳勢势區区醫医華华協协單单賣卖盧卢衛卫卻却廠厂廳厅歷历厲厉壓压厭厌廁厕廈厦縣县參参雙双發发變变敘叙葉叶號号嘆叹嚇吓嗎吗啟启吳吴員员聽听嗚呜詠咏響响啞哑嘩哗喚唤嘖啧園园圍围國国圖图圓圆聖圣場场壞坏塊块堅坚壇坛壩坝墳坟墜坠壟垄壘垒墊垫牆墙壯壮聲声殼壳處处備备復复夠够頭头誇夸夾夹奪夺奮奋獎奖奧奥婦妇媽妈嫗妪嬌娇娛娱嬰婴孫孙學学寧宁寶宝實实寵宠審审憲宪寬宽賓宾對对尋寻導导壽寿將将爾尔塵尘嘗尝層层屆届屬属歲岁豈岂島岛嶺岭峽峡帥帅師师帳帐簾帘幟帜帶带幫帮廣广莊庄慶庆庫库應应廟庙廢废開开異异棄弃張张彌弥彎弯彈弹強强歸归當当錄录徹彻徑径憶忆懺忏憂忧懷怀態态憐怜總总戀恋恆恒惡恶惱恼悅悦懸悬驚惊懼惧慘惨懲惩憊惫慚惭慣惯憤愤願愿懶懒戰战戲戏戶户撲扑執执擴扩掃扫揚扬擾扰撫抚拋抛搶抢護护報报擔担擬拟攏拢揀拣擁拥攔拦擰拧撥拨擇择掛挂摯挚撓挠擋挡掙挣擠挤揮挥損损撿捡換换據据擲掷攝摄擺摆搖摇敵敌數数斬斩斷断無无舊旧時时曠旷晝昼顯显曬晒曉晓暈晕暫暂術术樸朴機机殺杀雜杂權权條条來来楊杨極极構构棗枣槍枪楓枫櫃柜標标棧栈棟栋欄栏樹树樣样橋桥檔档夢梦檢检樓楼歡欢歐欧殘残毀毁畢毕氣气漢汉湯汤溝沟沒没瀝沥淪沦滬沪濘泞淚泪潑泼澤泽潔洁灑洒淺浅漿浆測测濟济濃浓塗涂濤涛漲涨渦涡渙涣滌涤潤润漸渐漁渔滲渗溫温灣湾濕湿滾滚滿满濾滤濫滥滯滞灘滩瀾澜滅灭燈灯災灾燦灿爐炉點点煉炼燒烧煩烦熱热煙烟愛爱爺爷牽牵犧牺狀状猶犹獨独獅狮獄狱獵猎豬猪貓猫獻献環环現现瑪玛璽玺瓊琼電电畫画暢畅療疗瘋疯瘡疮癱瘫癢痒盡尽監监蓋盖盜盗盤盘睜睁瞞瞒矯矫礦矿碼码磚砖礎础確确礙碍禮礼禍祸離离種种積积稱称穩稳窮穷竊窃竅窍窩窝競竞筆笔節节範范築筑簡简簽签籌筹糧粮緊紧糾纠紅红紀纪約约級级純纯紗纱納纳紙纸紛纷紋纹練练組组細细織织終终紹绍經经綁绑結结繞绕給给絡络絕绝統统繼继績绩緒绪續续維维綿绵綠绿緩缓編编緣缘縮缩繳缴網网羅罗罰罚罷罢職职聯联聰聪肅肃腸肠膚肤腫肿脹胀脅胁勝胜膽胆臟脏腦脑膠胶臉脸騰腾艙舱艱艰藝艺蘇苏蘋苹範范薦荐莖茎蕩荡榮荣藥药獲获營营蕭萧薩萨藍蓝蟲虫雖虽蝦虾蠶蚕螞蚂蠻蛮補补襯衬襲袭裝装褲裤見见觀观規规視视覽览覺觉觸触計计訂订認认譏讥討讨讓让訓训議议訊讯記记講讲諱讳許许論论訟讼設设訪访證证評评識识詐诈訴诉診诊詞词譯译試试詩诗誠诚話话誕诞詢询該该詳详語语誤误說说請请諸诸諾诺讀读課课誰谁調调諒谅談谈謀谋謊谎謝谢謠谣謹谨譜谱貝贝負负財财責责賢贤敗败賬账貨货質质販贩貪贪貧贫購购貫贯賤贱貼贴貴贵貸贷貿贸費费賀贺賊贼賄贿資资賴赖賞赏賠赔賺赚賽赛贈赠贏赢趙赵趕赶躍跃踐践車车軌轨轉转輪轮軟软轟轰輕轻載载較较輔辅輛辆輩辈輝辉輸输轄辖辭辞辯辩邊边遼辽達达遷迁過过邁迈運运還还這这進进遠远違违連连遲迟適适選选遜逊遞递邏逻遺遗鄧邓鄰邻鄭郑醬酱釋释鑒鉴針针釘钉鋼钢鈔钞鐘钟鑰钥錢钱鉗钳鐵铁鈴铃銅铜鋁铝銀银鋪铺鏈链銷销鎖锁鍋锅錯错鍵键鎮镇鏡镜長长門门閃闪閉闭問问闖闯閒闲間间悶闷鬧闹聞闻閥阀閣阁閱阅闊阔隊队陽阳陰阴陣阵階阶際际陸陆陳陈險险隨随隱隐隸隶難难雛雏霧雾靜静韓韩頁页頂顶項项順顺須须顧顾頓顿預预領领頻频題题額额顏颜風风飄飘飛飞飯饭飲饮飾饰飽饱餓饿館馆馬马馳驰駁驳驅驱駛驶駐驻駕驾罵骂驕骄驗验騎骑騙骗騷骚魚鱼鮮鲜鳥鸟雞鸡鳴鸣鴨鸭鵝鹅麥麦黃黄齊齐齡龄龍龙龜龟妳你佔占氾泛裏里裡里後后颱台臺台檯台麵面鬆松髮发鬱郁豎竖";

    private static readonly char[] Map = Build();

    /// <summary>The folded form of one UTF-16 unit; '\0' when it is dropped.</summary>
    public static char Fold(char unit) => Map[unit];

    /// <summary>Whether a folded unit stands for itself alone: a Chinese character.</summary>
    public static bool IsPlain(char unit) => unit is >= '\u4E00' and <= '\u9FFF';

    private static char[] Build()
    {
        var map = new char[char.MaxValue + 1];
        for (var i = 0; i < map.Length; i++)
        {
            map[i] = char.ToLowerInvariant((char)i);
        }
        for (var i = 0; i + 1 < Pairs.Length; i += 2)
        {
            map[Pairs[i]] = Pairs[i + 1];
        }
        for (var i = 0; i < 32; i++)
        {
            map[i] = ' ';
        }
        for (var i = 0xFF01; i <= 0xFF5E; i++)
        {
            map[i] = char.ToLowerInvariant((char)(i - 0xFEE0));
        }
        foreach (var space in "\u00A0\u3000\u2002\u2003\u2009\u1680\u202F\u205F")
        {
            map[space] = ' ';
        }
        // Zero-width marks and variation selectors say nothing and would split words.
        foreach (var gone in "\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\u00AD\uFE0E\uFE0F")
        {
            map[gone] = '\0';
        }
        // Private use says nothing between strangers, and folded text uses it for emoticons.
        Array.Clear(map, 0xE000, 0xF900 - 0xE000);
        for (var i = 0x2460; i <= 0x249B; i++)
        {
            map[i] = '0';
        }
        map['。'] = '.';
        map['、'] = ',';
        map['“'] = map['”'] = map['「'] = map['」'] = map['『'] = map['』'] = '"';
        map['‘'] = map['’'] = '\'';
        map['【'] = map['〔'] = map['〖'] = '[';
        map['】'] = map['〕'] = map['〗'] = ']';
        map['—'] = map['–'] = map['―'] = '-';
        map['～'] = '~';
        return map;
    }
}
