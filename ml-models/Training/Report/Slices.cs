using SentimentWatch.Training.Corpus;

namespace SentimentWatch.Training.Report;

/// <summary>Parts of the test texts that are known to be hard, or that a reader will ask for.</summary>
internal static class Slices
{
    private const int Short = 20;
    private const int Long = 100;
    private const int ShortMail = 150;
    private const int LongMail = 600;
    private const int FewCharacters = 3;

    private static readonly string[] Negations = ["不", "没", "别", "无", "未"];
    private static readonly string[] PoliteWords = ["谢谢", "感谢", "呵呵", "厉害", "真好", "真棒", "优秀", "高效", "贴心", "恭喜", "佩服", "了不起", "可真", "真是"];

    /// <summary>Slices of sentiment texts.</summary>
    public static readonly (string Name, Func<Sample, bool> Holds)[] Sentiment =
    [
        ("microblog, everyday", s => s.Id.StartsWith("usual", StringComparison.Ordinal)),
        ("microblog, epidemic", s => s.Id.StartsWith("virus", StringComparison.Ordinal)),
        ("own texts, microblog and WeChat", s => s.Id == "own" && s.Input.Channel is "weibo" or "wechat"),
        ("own texts, hotline, letters, petitions", s => s.Id == "own" && s.Input.Channel is not ("weibo" or "wechat")),
        ("negative in polite words (sarcasm, among others)", s => s.Label == 0 && Any(s, PoliteWords)),
        ("almost only emoticons and marks", s => Characters(s) < FewCharacters),
        ("with a negation", s => Any(s, Negations)),
        ("up to 20 characters", s => s.Input.Body.Length <= Short),
        ("over 100 characters", s => s.Input.Body.Length > Long),
    ];

    /// <summary>Slices of topic texts.</summary>
    public static readonly (string Name, Func<Sample, bool> Holds)[] Topic =
    [
        ("up to 150 characters", s => s.Input.Body.Length <= ShortMail),
        ("151 to 600 characters", s => s.Input.Body.Length is > ShortMail and <= LongMail),
        ("over 600 characters", s => s.Input.Body.Length > LongMail),
        ("a question in the title", s => s.Input.Title is { } title && (Contains(title, "咨询") || Contains(title, "请问") || Contains(title, "吗"))),
    ];

    private static bool Any(Sample sample, string[] words) => words.Any(w => Contains(sample.Input.Body, w));

    private static bool Contains(string text, string word) => text.Contains(word, StringComparison.Ordinal);

    // Characters outside of emoticons.
    private static int Characters(Sample sample)
    {
        var (count, inside) = (0, false);
        foreach (var unit in sample.Input.Body)
        {
            inside = unit == '[' || (inside && unit != ']');
            count += !inside && char.IsLetter(unit) ? 1 : 0;
        }
        return count;
    }
}
