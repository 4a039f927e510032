using System.Globalization;
using System.Text;
using static SentimentWatch.Pipeline.Insights.MarkdownText;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Policy reports and sheets as Markdown (CommonMark with tables).</summary>
public static class PolicyMarkdown
{
    /// <summary>Draws a report.</summary>
    public static string Render(PolicyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        Line(text, $"# {Escape(report.Name)}：社会反映与舆情风险报告");
        Line(text, $"起草单位：{Escape(report.UnitName)}。公布 {DayText.Iso(report.PublishedOn)}，施行 {DayText.Iso(report.EffectiveOn)}。");
        foreach (var finding in report.Findings)
        {
            Line(text, $"- {Escape(finding)}");
        }

        Line(text, "## 公布前后");
        Row(text, "时段", "诉求", "人数", "负面占比", "正面占比");
        Row(text, "---", "---:", "---:", "---", "---");
        foreach (var (name, mood) in new[] { ("公布前", report.Before), ("公布后", report.After) })
        {
            Row(text, $"{name} {DayText.Iso(mood.From)}—{DayText.Iso(mood.To)}", Number(mood.Total), Number(mood.Voices), PolicyWords.Of(mood.Negative), PolicyWords.Of(mood.Positive));
        }

        text.AppendLine();
        Concerns(text, "## 主要关切", report.Concerns);
        Table(text, "渠道", report.Channels);
        Table(text, "主题", report.Topics);
        Table(text, "职能", report.Functions);
        Line(text, Escape(PolicyWords.Footer(report)));
        return text.ToString();
    }

    /// <summary>Draws a sheet.</summary>
    public static string Render(PolicySheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var text = new StringBuilder();
        Line(text, $"# {Escape(sheet.Title)}");
        Line(text, $"统计至 {DayText.Words(sheet.To)}。");
        foreach (var unit in sheet.Units)
        {
            Line(text, $"## {Escape(unit.UnitName)}");
            foreach (var line in unit.Policies)
            {
                Line(text, $"### {Escape(line.Name)}（{DayText.Iso(line.PublishedOn)} 公布）");
                Line(text, $"- 全年提及 {Number(line.Year.Total)} 件、{Number(line.Year.Voices)} 人，负面占 {PolicyWords.Of(line.Year.Negative)}，已回复 {Number(line.Year.Replied)} 件，回访 {Number(line.FollowedUp)} 件、满意 {Number(line.Satisfied)} 件。");
                Line(text, $"- 公布前舆情风险：{line.Report.Risk.LevelName}。{Escape(line.Report.Risk.Why)}");
                Line(text, $"- 评价结果：{Escape(line.Result)}");
                Concerns(text, "主要关切：", line.Concerns);
                Line(text, "- 结果运用情况（起草单位填写）：");
            }
        }

        return text.ToString();
    }

    private static void Concerns(StringBuilder text, string heading, IReadOnlyList<Concern> concerns)
    {
        Line(text, heading);
        if (concerns.Count == 0)
        {
            Line(text, "没有两件以上诉求共同的说法。");
            return;
        }

        foreach (var concern in concerns)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {Escape(concern.Text)}（{concern.Records} 件，负面 {concern.Negative} 件）");
        }

        text.AppendLine();
    }

    private static void Table(StringBuilder text, string heading, IReadOnlyList<PolicyCount> counts)
    {
        Line(text, $"## {heading}");
        Row(text, heading, "公布前", "公布后", "其中负面");
        Row(text, "---", "---:", "---:", "---:");
        foreach (var count in counts)
        {
            Row(text, Escape(count.Name), Number(count.Before), Number(count.After), Number(count.Negative));
        }

        text.AppendLine();
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
