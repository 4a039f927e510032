using System.Globalization;

namespace SentimentWatch.Training.Report;

/// <summary>Prints measurements.</summary>
internal static class ConsoleReport
{
    /// <summary>Prints one evaluation.</summary>
    public static void Write(Evaluation evaluation)
    {
        Say($"model {evaluation.Version}");
        foreach (var (name, report) in Parts(evaluation))
        {
            Say($"{name,-40} {report.Count,6} texts  accuracy {report.Accuracy:F4}  macro-F1 {report.MacroF1:F4}  ECE {report.CalibrationError:F4}");
        }
        if (evaluation.FunctionCount > 0)
        {
            Say($"function, {evaluation.FunctionCount} answered messages, cross-validated: first {evaluation.FunctionTop1:F4}, among three {evaluation.FunctionTop3:F4}");
        }
        if (evaluation.UrgencyFolds is { } folds)
        {
            Say($"urgency, own lines cross-validated: temperature {folds.Temperature:F2}, threshold {folds.Threshold:F3} gives recall {folds.Recall:F4} at precision {folds.Precision:F4}");
        }
        for (var level = 0; level < 3; level++)
        {
            var urgency = evaluation.Urgency;
            Say($"urgency {urgency.Labels[level],-10} answered routine/urgent/emergency {urgency.Confused(level, 0)}/{urgency.Confused(level, 1)}/{urgency.Confused(level, 2)}  precision {urgency.Precision(level):F3} recall {urgency.Recall(level):F3}");
        }
        foreach (var (line, answer) in evaluation.UrgencyAnswers.Where(a => evaluation.Urgency.Labels[a.Line.Level] != a.Answer.Level))
        {
            Say($"  {evaluation.Urgency.Labels[line.Level]} answered {answer.Level} {answer.Probability:F3}: {line.Text}");
        }
        Say($"stream: {evaluation.StreamAlarms.Count} emergencies and {evaluation.StreamUrgent} urgent of {evaluation.StreamCount}; to review {evaluation.ReviewShare:P1}; {evaluation.RecordsPerSecond:F0} records/s");
        foreach (var (title, answer) in evaluation.StreamAlarms)
        {
            Say($"  alarm {answer.Probability:F3} {answer.Kind}: {title} ({string.Join(' ', answer.Why)})");
        }
    }

    /// <summary>Prints two evaluations and what the second gains.</summary>
    public static void WriteDifference(Evaluation first, Evaluation second)
    {
        foreach (var (a, b) in Parts(first).Zip(Parts(second)))
        {
            Say($"{a.Name,-40} {first.Version} {a.Report.Accuracy:F4}  {second.Version} {b.Report.Accuracy:F4}  difference {b.Report.Accuracy - a.Report.Accuracy:+0.0000;-0.0000}");
        }
        Say($"stream alarms {first.StreamAlarms.Count} and {second.StreamAlarms.Count}");
    }

    private static IEnumerable<(string Name, HeadReport Report)> Parts(Evaluation e) =>
    [
        ("topic", e.Topic), ("topic, no near twin", e.TopicNonNear), ("topic, title only", e.TopicTitleOnly),
        ("sentiment", e.Sentiment), .. e.SentimentSlices.Select(s => ("sentiment: " + s.Name, s.Report)),
        ("urgency", e.Urgency),
    ];

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
