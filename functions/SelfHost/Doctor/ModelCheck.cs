using System.Runtime.CompilerServices;
using SentimentWatch.Models;
using SentimentWatch.Pipeline.Scoring;

namespace SentimentWatch.SelfHost.Doctor;

/// <summary>The trained model can be loaded.</summary>
internal sealed class ModelCheck(IConfiguration configuration) : ICheck
{
    public string Name => "model";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var folder = ScoringServices.ModelFolderOf(configuration);
        Finding finding;
        try
        {
            finding = Finding.Ok($"version {JudgeModel.Load(folder).Version} in {folder}; a running host takes a new file there within seconds");
        }
        catch (Exception e) when (e is ModelFileException or IOException)
        {
            finding = Finding.Fault(e.Message);
        }

        yield return finding;
    }
}
