using SentimentWatch.Models.Features;
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
        var written = Model("topic");
        ModelFile.Write(FilePath, written);
        var read = ModelFile.Read(FilePath);
        Assert.Equal("1.2", read.Version);
        Assert.Equivalent(written.Heads["topic"], read.Heads["topic"], strict: true);
        Assert.Equal(written.Vocabulary.Keys, read.Vocabulary.Keys);
        for (var f = 0; f < written.Weights.Features; f++)
        {
            Assert.Equal(written.Weights.Steps(f), read.Weights.Steps(f));
            Assert.Equal(written.Weights.Scales(f), read.Weights.Scales(f));
        }
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
        ModelFile.Write(FilePath, Model("topic"));
        var bytes = File.ReadAllBytes(FilePath);
        bytes[^1] ^= 1;
        File.WriteAllBytes(FilePath, bytes);
        Assert.Contains("is damaged", Load().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_file_is_noticed()
    {
        ModelFile.Write(FilePath, Model("topic"));
        File.WriteAllBytes(FilePath, File.ReadAllBytes(FilePath)[..60]);
        Assert.Contains("is damaged", Load().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_format_is_named()
    {
        ModelFile.Write(FilePath, Model("topic"));
        var bytes = File.ReadAllBytes(FilePath);
        bytes[4] = 9;
        File.WriteAllBytes(FilePath, bytes);
        Assert.Contains("has format 9", Load().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lacking_head_is_named()
    {
        ModelFile.Write(FilePath, Model("topic"));
        Assert.Contains("has no sentiment head", Load().Message, StringComparison.Ordinal);
    }

    private ModelFileException Load() => Assert.Throws<ModelFileException>(() => JudgeModel.Load(_folder));

    private static ModelContent Model(string head)
    {
        var vocabulary = new Vocabulary([.. Enumerable.Range(1, 300).Select(i => (uint)i * 7)]);
        var table = new WeightTable(vocabulary.Count);
        for (var f = 0; f < vocabulary.Count; f++)
        {
            for (var c = 0; c < WeightTable.Columns; c++)
            {
                table.Steps(f)[c] = (sbyte)(((f * 31) + c) % 255 - 127);
            }
            table.Scales(f)[0] = MathF.ScaleB(1, (f % 9) - 5);
            table.Scales(f)[1] = MathF.ScaleB(1, (f % 7) - 5);
        }
        var spec = new HeadSpec(head, ["a", "b", "c"], 2, 1.5f, [1, 2, 3], [0, -1, 1]);
        return new ModelContent("1.2", vocabulary, table, new Dictionary<string, HeadSpec>(StringComparer.Ordinal) { [head] = spec });
    }
}
