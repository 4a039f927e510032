using SentimentWatch.Pipeline.Alerts;

namespace SentimentWatch.Pipeline.Notify.Ack;

/// <summary>Sentences of the acknowledge page.</summary>
internal static class AckWords
{
    /// <summary>What the form asks for.</summary>
    public static string AskOf(string action) => action switch
    {
        AckAction.Return => "退回理由",
        AckAction.Progress => "进展内容",
        _ => "",
    };

    /// <summary>What to do on the page.</summary>
    public static string Prompt(string action, bool leads) => action switch
    {
        AckAction.Acknowledge => leads ? "请核对后签收。" : "贵单位为协办单位，请核对后签收。",
        AckAction.Return => "请写明退回理由，并尽量写明应由哪个单位主办。",
        _ => "请写明已采取的措施和目前情况。",
    };

    /// <summary>The alert's state as a sentence.</summary>
    public static string Now(Alert alert) => $"本预警现为“{AlertState.NameOf(alert.State)}”。";
}
