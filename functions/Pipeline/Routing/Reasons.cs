namespace SentimentWatch.Pipeline.Routing;

/// <summary>Says in one Chinese sentence why a unit leads. Quotes only words and names that the district's files know.</summary>
internal static class Reasons
{
    public static string Danger(DangerRule danger, Matter matter, string lead) =>
        $"疑似{danger.Name}险情，{At(matter)}由{lead}牵头处置。";

    public static string Report(IReadOnlyList<Unit> targets, string lead) =>
        targets.Count == 0
            ? $"举报件，反映公职人员作风或违纪问题，转{lead}办理。"
            : $"举报件，涉及{string.Join('、', targets.Select(t => t.Name))}，该单位及其下属回避，转{lead}办理。";

    public static string Named(Matter matter, Unit named) =>
        $"来件指明单位，{At(matter)}由{named.Name}主办。";

    public static string Words(Matter matter, MatterScore best, string lead)
    {
        var words = string.Join('、', best.BestWords.Select(w => $"“{w}”"));
        return words.Length > 0
            ? $"文中{words}属{best.Function.Name}事项，{At(matter)}由{lead}主办。"
            : $"模型判断为{best.Function.Name}事项，{At(matter)}由{lead}主办。";
    }

    public static string Unknown(Matter matter, string lead) => $"未识别出主管职能，{At(matter)}先由{lead}牵头核实。";

    private static string At(Matter matter) => matter.Place is { } place ? $"地点“{place.Name}”，" : "";
}
