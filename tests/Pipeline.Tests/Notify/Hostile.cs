using CsCheck;
using SentimentWatch.Pipeline.Tests.Alerts;

namespace SentimentWatch.Pipeline.Tests.Notify;

/// <summary>What somebody might write to break out of a message.</summary>
internal static class Hostile
{
    public static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[0, 3000],
        Pick.Of(
            "**粗**", "[点我](https://evil.example)", "](https://evil.example)", "<at>所有人</at>", "<@all>", "@所有人", "@13800000000", "<img src=x onerror=1>", "</font>", "<font color=\"warning\">",
            "~~划~~", "\n# 标题", "\n- 列表", "\n> 引用", "\n1. 数", "\n---\n", "\n===\n", "{{DATE(2026)}}", "\u202E反\u202C", "``", "```\n码\n```", "https://evil.example/x?a=1", "www.evil.example", "evil.com", "//evil.example",
            "mailto:a@evil.example", "tel:12345678901", "javascript:alert(1)", "![图](http://evil.example/x.png)", "[a]: http://evil.example", "&lt;at&gt;", "&#91;x&#93;", "\\", "|表|格|\n|-|-|", "\ud83d\ude00", "\ud83d", "字")
            .Array[0, 60].Select(string.Concat),
        Gen.Int[1, 4000].Select(n => "字" + new string('\u0301', n)),
        Gen.Int[1, 2000].Select(n => string.Concat(Enumerable.Repeat("\ud83d\ude00", n))));
}
