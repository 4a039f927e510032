using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>What a step must hold besides its state and its note.</summary>
internal static class StepCheck
{
    /// <summary>What the note of a 延期 must say.</summary>
    public const string ExtensionNote = "进展和措施";

    /// <summary>What is missing or wrong; null when nothing is.</summary>
    public static ActionResult? Fault(Alert alert, StepRequest request, IUnitNames units, DateTimeOffset now) => request.Step switch
    {
        AlertStep.Answered when !IsWebAddress(request.Note!) => Invalid(alert, "回应的公开网址须以 https:// 或 http:// 开头。"),
        AlertStep.Returned when now > alert.ReturnBy => new ActionResult(
            ActionOutcome.Illegal, $"{alert.Id} 的退回期限为 {ShanghaiTime.Of(alert.ReturnBy.Value):MM-dd HH:mm}，已过期，不能退回；确需调整的，请联系区政府办公室改派。", alert),
        AlertStep.Reassigned => ReassignFault(alert, request, units),
        AlertStep.Extended => ExtensionFault(alert, request),
        _ => null,
    };

    private static ActionResult? ReassignFault(Alert alert, StepRequest request, IUnitNames units)
    {
        if (string.IsNullOrEmpty(request.To) || request.To == alert.Unit || Shield.Hides(alert.Recused, request.To, units))
        {
            return Invalid(alert, "请写明改派给哪个单位（不能是现主办单位或应回避的单位）。");
        }

        return units.IsKnown(request.To) ? null : new ActionResult(ActionOutcome.Invalid, $"没有代码为“{request.To}”的单位。");
    }

    // 条例 第24条: more time needs progress, measures and a new date.
    private static ActionResult? ExtensionFault(Alert alert, StepRequest request)
    {
        if (request.Until is null)
        {
            return Invalid(alert, "延期须写明新的明确期限（日期）。");
        }

        return request.Note!.Contains("进展", StringComparison.Ordinal) && request.Note.Contains("措施", StringComparison.Ordinal)
            ? null
            : Invalid(alert, "延期须写明进展和措施，例如“进展：管线已定位；措施：更换阀门，夜间抢修”。");
    }

    private static ActionResult Invalid(Alert alert, string message) => new(ActionOutcome.Invalid, message, alert);

    private static bool IsWebAddress(string note) =>
        Uri.TryCreate(note.Split(' ', 2)[0], UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
