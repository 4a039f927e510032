using ScottPlot;

namespace SentimentWatch.Training.Report;

/// <summary>Draws the pictures of the model card.</summary>
internal static class Pictures
{
    // In a picture the topics are named in English: a machine that trains may have no Chinese font.
    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["城乡建设"] = "construction", ["环境保护"] = "environment", ["交通运输"] = "transport", ["教育文体"] = "education",
        ["劳动和社会保障"] = "labour", ["商贸旅游"] = "commerce", ["卫生计生"] = "health",
    };

    /// <summary>Reliability diagram of several heads.</summary>
    public static void Reliability(string path, IEnumerable<(string Name, HeadReport Report)> heads)
    {
        using var plot = new Plot();
        var ideal = plot.Add.Line(0, 0, 1, 1);
        ideal.Color = Colors.Gray;
        ideal.LinePattern = LinePattern.Dashed;
        foreach (var (name, report) in heads)
        {
            var bins = report.Reliability().Where(b => b.Count >= 5).ToArray();
            var line = plot.Add.Scatter(bins.Select(b => b.Confidence).ToArray(), bins.Select(b => b.Accuracy).ToArray());
            line.LegendText = FormattableString.Invariant($"{name} (ECE {report.CalibrationError:F3})");
            line.LineWidth = 2;
        }
        plot.Title("Reliability");
        plot.XLabel("stated confidence");
        plot.YLabel("share that was right");
        plot.Axes.SetLimits(0.2, 1.02, 0, 1.02);
        plot.ShowLegend(Alignment.UpperLeft);
        plot.SavePng(path, 640, 520);
    }

    /// <summary>Confusion matrix of one head: rows are the truth, columns the answer.</summary>
    public static void Confusion(string path, string title, HeadReport report)
    {
        using var plot = new Plot();
        var labels = report.Present().ToArray();
        var shares = new double[labels.Length, labels.Length];
        for (var r = 0; r < labels.Length; r++)
        {
            for (var c = 0; c < labels.Length; c++)
            {
                // A heat map draws its first row at the top.
                shares[r, c] = report.Confused(labels[r], labels[c]) / (double)report.Support(labels[r]);
                var text = plot.Add.Text(Number(report.Confused(labels[r], labels[c])), c, labels.Length - 1 - r);
                text.Alignment = Alignment.MiddleCenter;
                text.LabelFontColor = shares[r, c] > 0.5 ? Colors.White : Colors.Black;
                text.LabelFontSize = 14;
            }
        }
        var map = plot.Add.Heatmap(shares);
        map.Colormap = new ScottPlot.Colormaps.Blues().Reversed();
        plot.MoveToBack(map);
        var names = labels.Select(l => English.GetValueOrDefault(report.Labels[l], report.Labels[l])).ToArray();
        plot.Axes.Bottom.SetTicks([.. names.Select((_, i) => (double)i)], names);
        plot.Axes.Left.SetTicks([.. names.Select((_, i) => (double)(names.Length - 1 - i))], names);
        plot.Axes.Bottom.TickLabelStyle.Rotation = names.Length > 4 ? 30 : 0;
        plot.Axes.Bottom.TickLabelStyle.Alignment = names.Length > 4 ? Alignment.UpperLeft : Alignment.UpperCenter;
        plot.Title(title);
        plot.XLabel("answer");
        plot.YLabel("truth");
        plot.Axes.Bottom.MinimumSize = names.Length > 4 ? 110 : 50;
        plot.Axes.Left.MinimumSize = 150;
        plot.Grid.IsVisible = false;
        plot.SavePng(path, 760, 640);
    }

    private static string Number(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
