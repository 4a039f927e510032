using System.Globalization;
using SentimentWatch.Pipeline.Routing;
using Spectre.Console;

namespace SentimentWatch.SelfHost.Cli;

/// <summary>Shows the deadlines of a clock as a table.</summary>
internal static class DeadlinesTable
{
    private const int WidthInFile = 150;

    public static void Write(DeadlinesAnswer answer, TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), ColorSystem = ColorSystemSupport.NoColors, Ansi = AnsiSupport.No });
        if (System.Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthInFile;
        }

        console.WriteLine($"{answer.Name}（{answer.Clock}） 收到时间 {Time(answer.Received)} {answer.District}");
        var table = new Table().Border(TableBorder.Ascii2).ShowRowSeparators();
        foreach (var heading in (string[])["期限", "到期", "计算", "规则", "依据"])
        {
            table.AddColumn(new TableColumn(new Text(heading)));
        }

        foreach (var line in answer.Deadlines)
        {
            table.AddRow(new Text(line.Name), new Text(Time(line.Due)), new Text(Counting(line)), new Text(line.Rule), new Text(line.Source));
        }

        console.Write(table);
    }

    private static string Counting(DeadlineLine line)
    {
        var amount = Math.Abs(line.Amount);
        var unit = line.Unit switch
        {
            ClockUnit.Hours => "小时",
            ClockUnit.Days => "日（自然日）",
            _ => "个工作日",
        };
        var from = line.CountedFrom is { } start ? $"自 {Time(start)} 到期{(line.Amount < 0 ? "前" : "后")}起算" : line.Unit == ClockUnit.Hours ? "自收到起算" : $"自 {Day(line.StartsOn)} 起算";
        var days = line.CountedDays is { } counted ? "：" + string.Join(' ', counted.Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture))) : "";
        return $"{from}，{amount}{unit}{days}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
