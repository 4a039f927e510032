using System.Text.Json;

namespace SentimentWatch.EndToEnd.Tests.Cli;

/// <summary>The deadlines verb as a process: its JSON, its table, its faults.</summary>
public sealed class DeadlinesTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sentimentwatch-deadlines-");

    [Fact]
    public async Task The_answer_names_due_rule_source_and_the_days_counted()
    {
        var (code, output, error) = await RunAsync("--clock", "hotline", "--received", "2026-09-24T15:30", "--district", "licheng");
        Assert.True(code == 0, error);
        using var answer = JsonDocument.Parse(output);
        var root = answer.RootElement;
        Assert.Equal("hotline", root.GetProperty("clock").GetString());
        Assert.Equal("济南12345热线", root.GetProperty("name").GetString());
        Assert.Equal("2026-09-24T15:30:00+08:00", root.GetProperty("received").GetString());
        Assert.Equal("licheng", root.GetProperty("district").GetString());
        var reply = Assert.Single(root.GetProperty("deadlines").EnumerateArray());
        Assert.Equal("reply", reply.GetProperty("step").GetString());
        Assert.Equal("2026-10-09T23:59:59+08:00", reply.GetProperty("due").GetString());
        Assert.Equal("2026-09-28", reply.GetProperty("startsOn").GetString());
        Assert.Equal(5, reply.GetProperty("amount").GetInt32());
        Assert.Equal("working-days", reply.GetProperty("unit").GetString());
        Assert.Equal("next-working-day", reply.GetProperty("start").GetString());
        Assert.Contains("5个工作日", reply.GetProperty("rule").GetString(), StringComparison.Ordinal);
        Assert.Contains("第二十四条", reply.GetProperty("source").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["2026-09-28", "2026-09-29", "2026-09-30", "2026-10-08", "2026-10-09"],
            reply.GetProperty("countedDays").EnumerateArray().Select(day => day.GetString()));
        Assert.Contains("济南", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_counted_from_another_tells_from_when()
    {
        var (code, output, _) = await RunAsync("--clock", "hotline-cards", "--received", "2026-09-24");
        Assert.Equal(0, code);
        using var answer = JsonDocument.Parse(output);
        var cards = answer.RootElement.GetProperty("deadlines").EnumerateArray().ToList();
        Assert.Equal(["2026-10-08T09:00:00+08:00", "2026-10-10T09:00:00+08:00"], cards.Select(card => card.GetProperty("due").GetString()));
        Assert.All(cards, card => Assert.Equal("2026-10-09T23:59:59+08:00", card.GetProperty("countedFrom").GetString()));
    }

    [Fact]
    public async Task A_table_can_be_read_by_a_person()
    {
        var (code, output, _) = await RunAsync("--clock", "petition", "--received", "2026-01-31", "--format", "table");
        Assert.Equal(0, code);
        Assert.Contains("2026-04-01 23:59:59", output, StringComparison.Ordinal);
        Assert.Contains("2026-05-01 23:59:59", output, StringComparison.Ordinal);
        Assert.Contains("《信访工作条例》（2022）第三十四条", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Theory]
    [InlineData(2, "use one of opinion-major, opinion, hotline,", "--clock", "pigeon", "--received", "2026-09-24")]
    [InlineData(2, "--received soon is no time", "--clock", "hotline", "--received", "soon")]
    [InlineData(2, "--received 9999-12-31T23:00:00Z is no time", "--clock", "hotline", "--received", "9999-12-31T23:00:00Z")]
    [InlineData(2, "--received", "--clock", "hotline")]
    [InlineData(1, "year 2027: is missing", "--clock", "hotline", "--received", "2027-01-04")]
    [InlineData(1, "年部分节假日安排的通知", "--clock", "hotline", "--received", "2026-12-25")]
    [InlineData(1, "units.json", "--clock", "hotline", "--received", "2026-09-24", "--district", "atlantis")]
    public async Task A_fault_is_one_line(int expected, string said, params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        Assert.Equal(expected, code);
        Assert.Empty(output);
        Assert.Contains(said, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    public void Dispose() => _data.Delete(recursive: true);

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) =>
        CliProcess.RunAsync(_data.FullName, null, null, ["deadlines", .. arguments]);
}
