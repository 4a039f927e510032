namespace SentimentWatch.EndToEnd.Tests.Cli;

/// <summary>Exit codes and messages of the command line.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sentimentwatch-cli-");

    [Theory]
    [InlineData("serve")]
    [InlineData("score")]
    [InlineData("import")]
    [InlineData("export")]
    [InlineData("digest")]
    [InlineData("deadlines")]
    [InlineData("rescore")]
    [InlineData("reviews")]
    [InlineData("policies")]
    [InlineData("mask")]
    [InlineData("doctor")]
    public async Task Every_verb_has_help(string verb)
    {
        var (code, output, _) = await CliProcess.RunAsync(_data.FullName, null, null, verb, "--help");
        Assert.Equal(0, code);
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import", "x.csv", "--channel", "fax")]
    [InlineData("import", "x.csv")]
    [InlineData("export", "--from", "yesterday", "--to", "2026-11-24", "--format", "csv", "--out", "x")]
    [InlineData("policies", "--format", "html", "--out", "x")]
    [InlineData("policies", "--code", "a", "--all", "--format", "html", "--out", "x")]
    [InlineData("policies", "--code", "a", "--year", "2026", "--format", "html", "--out", "x")]
    [InlineData("fly")]
    public async Task Wrong_usage_is_exit_2_and_one_line(params string[] arguments)
    {
        var (code, output, error) = await CliProcess.RunAsync(_data.FullName, null, null, arguments);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task An_error_is_exit_1_and_one_line_that_names_the_file()
    {
        var (code, output, error) = await CliProcess.RunAsync(_data.FullName, null, null, "import", "missing.csv", "--channel", "hotline");
        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Equal("error: missing.csv does not exist: check the path.", error.Trim());
    }

    [Fact]
    public async Task Without_node_the_storage_says_what_to_install_or_set()
    {
        var dotnet = Directory.CreateDirectory(Path.Combine(_data.FullName, "bin"));
        var real = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(p => Path.Combine(p, "dotnet")).First(File.Exists);
        File.CreateSymbolicLink(Path.Combine(dotnet.FullName, "dotnet"), new FileInfo(real).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? real);
        var file = Path.Combine(_data.FullName, "a.ndjson");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var (code, _, error) = await CliProcess.RunAsync(
            _data.FullName, null, new Dictionary<string, string> { ["PATH"] = dotnet.FullName, ["HOME"] = _data.FullName }, "import", file, "--channel", "hotline");
        Assert.Equal(1, code);
        Assert.Contains("install Node.js 20 or later", error, StringComparison.Ordinal);
        Assert.Contains("AzureWebJobsStorage", error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Mask_takes_personal_data_out_line_by_line()
    {
        var (code, output, _) = await CliProcess.RunAsync(_data.FullName, "我的电话是13800138000\n路灯坏了\n", null, "mask");
        Assert.Equal(0, code);
        var lines = output.Split('\n');
        Assert.DoesNotContain("13800138000", output, StringComparison.Ordinal);
        Assert.Equal("路灯坏了", lines[1]);
    }

    public void Dispose() => _data.Delete(recursive: true);
}
