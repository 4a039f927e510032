using System.Text.Json;

namespace SentimentWatch.EndToEnd.Tests.Cli;

public sealed class ScoreTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sentimentwatch-score-");

    [Fact]
    public async Task A_record_becomes_a_verdict_of_the_contract_and_a_bad_line_costs_only_itself()
    {
        const string Records = """
            {"channel":"hotline","sourceId":"T-1","receivedAt":"2026-11-22T08:31:05+08:00","body":"小区路灯坏了半个月，没人来修。"}
            {"channel":"hotline"}
            {"channel":"weibo","sourceId":"T-2","receivedAt":"2026-11-22T08:32:05+08:00","body":"洪家楼这边有人闻到很重的燃气味，楼里的人正往外跑！"}
            """;
        var (code, output, error) = await CliProcess.RunAsync(_data.FullName, Records, null, "score");
        Assert.Equal(1, code);
        Assert.StartsWith("line 2: ", error, StringComparison.Ordinal);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        using var verdict = JsonDocument.Parse(lines[0]);
        var root = verdict.RootElement;
        Assert.Equal("T-1", root.GetProperty("sourceId").GetString());
        Assert.Equal(3, root.GetProperty("topic").GetProperty("top").GetArrayLength());
        Assert.Equal(JsonValueKind.Array, root.GetProperty("topic").GetProperty("top")[0].ValueKind);
        Assert.NotEmpty(root.GetProperty("routing").GetProperty("lead").GetString()!);
        Assert.Equal(JsonValueKind.Array, root.GetProperty("routing").GetProperty("recused").ValueKind);
        using var danger = JsonDocument.Parse(lines[1]);
        Assert.NotEqual("routine", danger.RootElement.GetProperty("urgency").GetProperty("level").GetString());
        Assert.Empty(_data.GetFileSystemInfos());
    }

    [Fact]
    public async Task Explain_names_words_where_they_stand()
    {
        const string Body = "小区路灯坏了半个月，没人来修，太让人失望了[怒]";
        const string Title = "路灯不亮";
        var (code, output, _) = await CliProcess.RunAsync(
            _data.FullName, $$"""{"channel":"hotline","sourceId":"T-1","receivedAt":"2026-11-22T08:31:05+08:00","title":"{{Title}}","body":"{{Body}}"}""", null, "score", "--explain");
        Assert.Equal(0, code);
        using var line = JsonDocument.Parse(output);
        foreach (var part in (string[])["topic", "sentiment", "function"])
        {
            var words = line.RootElement.GetProperty("explain").GetProperty(part).EnumerateArray().ToList();
            Assert.NotEmpty(words);
            Assert.All(words, w => Assert.Equal(
                w.GetProperty("text").GetString(),
                (w.GetProperty("in").GetString() == "title" ? Title : Body).Substring(w.GetProperty("start").GetInt32(), w.GetProperty("length").GetInt32())));
        }
    }

    public void Dispose() => _data.Delete(recursive: true);
}
