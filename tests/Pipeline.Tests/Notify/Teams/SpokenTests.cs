using SentimentWatch.Pipeline.Notify.Teams;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify.Teams;

public sealed class SpokenTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("到 12月5日 进展：甲 措施：乙", "2026-12-05", "进展：甲 措施：乙")]
    [InlineData("至12月5号，进展…", "2026-12-05", "进展…")]
    [InlineData("2026-12-05 进展", "2026-12-05", "进展")]
    [InlineData("延至 2026年12月5日", "2026-12-05", null)]
    [InlineData("到12/5", "2026-12-05", null)]
    [InlineData("1月4日 进展", "2027-01-04", "进展")]
    public void A_date_is_read_from_the_head(string text, string date, string? rest) =>
        Assert.Equal((DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), rest), SpokenDate.Read(text, Today));

    [Theory]
    [InlineData("进展：12月5日前完成")]
    [InlineData("到13月40日")]
    [InlineData("2月30日")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date_stays_text(string? text) => Assert.Equal((null, text), SpokenDate.Read(text, Today));

    [Theory]
    [InlineData("住建局", "zjj", null)]
    [InlineData("给住建局办理", "zjj", null)]
    [InlineData("区住房城乡建设局，属其职责", "zjj", "属其职责")]
    [InlineData("到洪家楼街道 就近处置", "honglou", "就近处置")]
    [InlineData("不存在局", null, null)]
    [InlineData(null, null, null)]
    public void A_unit_is_read_by_its_name(string? text, string? code, string? rest) => Assert.Equal((code, rest), SpokenUnit.Read(text, new Names()));
}
