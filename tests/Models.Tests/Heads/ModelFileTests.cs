using SentimentWatch.Models.Heads;

namespace SentimentWatch.Models.Tests.Heads;

public sealed class ModelFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("judge").FullName;

    private string FilePath => Path.Combine(_folder, ModelFile.FileName);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_written_is_read_back()
    {
        ModelFile.Write(FilePath, "1.2", [Head("topic")]);
        var (version, heads) = ModelFile.Read(FilePath);
        Assert.Equal("1.2", version);
        Assert.Equal(["a", "b", "c"], heads["topic"].Spec.Labels);
        Assert.Equal(Head("topic").Weights.ToArray(), heads["topic"].Weights.ToArray());
    }

    [Fact]
    public void A_missing_file_is_named_with_what_to_do() =>
        Assert.Contains("does not exist; run the training tool", Load().Message, StringComparison.Ordinal);

    [Fact]
    public void A_foreign_file_is_refused()
    {
        File.WriteAllText(FilePath, new string('x', 100));
        Assert.Contains("is not a model file", Load().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_is_noticed()
    {
        ModelFile.Write(FilePath, "1.2", [Head("topic")]);
        var bytes = File.ReadAllBytes(FilePath);
        bytes[^1] ^= 1;
        File.WriteAllBytes(FilePath, bytes);
        Assert.Contains("is damaged", Load().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_file_is_noticed()
    {
        ModelFile.Write(FilePath, "1.2", [Head("topic")]);
        File.WriteAllBytes(FilePath, File.ReadAllBytes(FilePath)[..60]);
        Assert.Contains("is damaged", Load().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_format_is_named()
    {
        ModelFile.Write(FilePath, "1.2", [Head("topic")]);
        var bytes = File.ReadAllBytes(FilePath);
        bytes[4] = 9;
        File.WriteAllBytes(FilePath, bytes);
        Assert.Contains("has format 9", Load().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lacking_head_is_named()
    {
        ModelFile.Write(FilePath, "1.2", [Head("topic")]);
        Assert.Contains("has no sentiment head", Load().Message, StringComparison.Ordinal);
    }

    private ModelFileException Load() => Assert.Throws<ModelFileException>(() => JudgeModel.Load(_folder));

    private static LinearHead Head(string name) =>
        new(new HeadSpec(name, ["a", "b", "c"], 8, 1f, [1, 0, 0, 0], [1, 1, 1], [0, 0, 0]), [.. Enumerable.Range(0, 4 << 8).Select(i => (sbyte)(i % 100))]);
}
