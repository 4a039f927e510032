namespace SentimentWatch.Pipeline.Routing;

/// <summary>Words that turn what stands before them into a place: "学校门口" speaks of a spot, not of the school.</summary>
internal static class WhereWords
{
    private static readonly string[] Endings =
    [
        "门口", "大门口", "对面", "对过", "附近", "旁边", "旁", "周边", "门前", "后面", "北侧", "南侧", "东侧", "西侧", "北门", "南门", "东门", "西门",
        "路口", "院内", "院里", "斜对", "隔壁", "楼下", "往东", "往西", "往南", "往北", "以东", "以西", "以南", "以北", "后门", "外面", "前面", "家属院", "宿舍", "家属区", "公交站", "地铁站",
    ];

    /// <summary>True when the text goes on with such a word.</summary>
    public static bool Follow(ReadOnlySpan<char> rest)
    {
        foreach (var ending in Endings)
        {
            if (rest.StartsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
