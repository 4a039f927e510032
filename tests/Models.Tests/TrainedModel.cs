namespace SentimentWatch.Models.Tests;

/// <summary>The model that ships, loaded once for all tests.</summary>
public sealed class TrainedModel
{
    /// <summary>The model.</summary>
    public JudgeModel Model { get; } = JudgeModel.Load(Folder());

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SentimentWatch.sln")))
        {
            folder = folder.Parent;
        }
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("the tests run outside the repository"), "ml-models", "trained");
    }
}
