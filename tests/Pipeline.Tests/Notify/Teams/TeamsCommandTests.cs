using SentimentWatch.Pipeline.Notify.Teams;

namespace SentimentWatch.Pipeline.Tests.Notify.Teams;

public sealed class TeamsCommandTests
{
    [Theory]
    [InlineData("<at>历城监测</at>&nbsp;签收 A1024\n", "签收", "A1024", null)]
    [InlineData("<at id=\"0\">历城监测</at> 签收A1024", "签收", "A1024", null)]
    [InlineData("签收　Ａ１０２４", "签收", "A1024", null)]
    [InlineData("请签收一下 a1024，谢谢", "签收", "A1024", "谢谢")]
    [InlineData("我单位已签收预警A1024。", "签收", "A1024", null)]
    [InlineData("A1024 签收", "签收", "A1024", null)]
    [InlineData("<p>签收编号为A12345678的预警</p>", "签收", "A12345678", "的预警")]
    [InlineData("签收", "签收", null, null)]
    [InlineData("退回 A1024 不属于我局职责，建议转城管", "退回", "A1024", "不属于我局职责，建议转城管")]
    [InlineData("A1024 退回 与A2048重复", "退回", "A1024", "与A2048重复")]
    [InlineData("进展A1024:已关阀，正在检测", "办理", "A1024", "已关阀，正在检测")]
    [InlineData("办理进展 A1024 已到场", "办理", "A1024", "已到场")]
    [InlineData("回应 A1024 https://www.example.org/n?a=1&amp;b=2", "回应", "A1024", "https://www.example.org/n?a=1&b=2")]
    [InlineData("状态 A1024", "状态", "A1024", null)]
    [InlineData("查询A1024", "状态", "A1024", null)]
    [InlineData("签收了吗 A1024", "签收", "A1024", null, true)]
    [InlineData("签收A1024了没有？", "状态", "A1024", "了没有？")]
    [InlineData("误报 A1024 现场无异常", "误报", "A1024", "现场无异常")]
    [InlineData("办结 A1024", "办结", "A1024", null)]
    [InlineData("帮助", "帮助", null, null)]
    [InlineData("延期 A1024 到 12月5日 进展：管线已定位 措施：夜间抢修", "延期", "A1024", "到 12月5日 进展：管线已定位 措施：夜间抢修")]
    [InlineData("A1024申请延期至2026-12-05，进展…", "延期", "A1024", "至2026-12-05，进展…")]
    [InlineData("督办 A1024 今日报进展", "督办", "A1024", "今日报进展")]
    [InlineData("请催办一下A1024", "催办", "A1024", null)]
    [InlineData("改派 A1024 住建局", "改派", "A1024", "住建局")]
    [InlineData("请将A1024改派给住建局办理", "改派", "A1024", "给住建局办理")]
    [InlineData("把预警Ａ１０２４转派到区住房城乡建设局，属其职责", "改派", "A1024", "到区住房城乡建设局，属其职责")]
    [InlineData("A1024号预警 签收", "签收", "A1024", null)]
    [InlineData("查看 A1024", "状态", "A1024", null)]
    [InlineData("A1024办结了吗？", "状态", "A1024", "吗？")]
    public void Natural_forms_are_understood(string text, string verb, string? id, string? rest, bool question = false)
    {
        var command = TeamsCommand.Parse(text);
        Assert.Equal((question ? TeamsCommand.Status : verb, id), (command.Verb, command.AlertId));
        Assert.Equal(rest, question ? null : command.Rest);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("还没签收 A1024")]
    [InlineData("不签收 A1024")]
    [InlineData("暂不能签收A1024")]
    [InlineData("谁来签收 A1024？")]
    [InlineData("今天天气不错")]
    [InlineData("<at>签收 A1024</at>")]
    public void A_sentence_that_is_no_command_only_gets_help(string? text) =>
        Assert.Equal(TeamsCommand.Help, TeamsCommand.Parse(text).Verb);

    [Fact]
    public void A_very_long_message_is_read_quickly() =>
        Assert.Equal(TeamsCommand.Help, TeamsCommand.Parse(string.Concat(Enumerable.Repeat("<at>请", 400_000))).Verb);
}
