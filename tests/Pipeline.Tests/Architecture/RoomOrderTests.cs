using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;

namespace SentimentWatch.Pipeline.Tests.Architecture;

/// <summary>Imports point one way: a stage knows the stages before it, never after; only storage knows the Azure SDK.</summary>
public sealed class RoomOrderTests
{
    private const string Root = "SentimentWatch.Pipeline.";

    private static readonly string[] Rooms = ["Records", "Intake", "Scoring", "Routing", "Events", "Alerts", "Notify", "Insights", "Flow", "Storage"];

    private static readonly ArchUnitNET.Domain.Architecture Pipeline =
        new ArchLoader().LoadAssemblies(typeof(PipelineServices).Assembly, typeof(Models.JudgeModel).Assembly).Build();

    [Fact]
    public void A_stage_depends_on_no_later_stage()
    {
        var wrong =
            from type in Pipeline.Types
            let room = RoomOf(type)
            where room >= 0
            from target in type.Dependencies.Select(dependency => dependency.Target).Distinct()
            where RoomOf(target) > room
            select $"{type.FullName} knows {target.FullName}";

        Assert.Equal([], wrong.Distinct().Order());
    }

    [Fact]
    public void Every_folder_of_the_pipeline_is_a_room_of_this_order() =>
        Assert.Empty(Directory.GetDirectories(Path.Combine(SourceTree.Root, "functions", "Pipeline"))
            .Select(folder => Path.GetFileName(folder)!)
            .Except([.. Rooms, "bin", "obj"]));

    [Fact]
    public void Only_storage_knows_the_azure_sdk()
    {
        var wrong =
            from type in Pipeline.Types
            where type.FullName.StartsWith("SentimentWatch.", StringComparison.Ordinal) && !type.FullName.StartsWith(Root + "Storage.", StringComparison.Ordinal)
            from target in type.Dependencies.Select(dependency => dependency.Target.FullName).Distinct()
            where target.StartsWith("Azure.", StringComparison.Ordinal)
            select $"{type.FullName} knows {target}";

        Assert.Equal([], wrong.Distinct().Order());
    }

    [Fact]
    public void The_models_know_nothing_of_the_pipeline() =>
        Assert.DoesNotContain(
            Pipeline.Types.Where(type => type.FullName.StartsWith("SentimentWatch.Models.", StringComparison.Ordinal))
            .SelectMany(type => type.Dependencies.Select(dependency => dependency.Target.FullName)),
            target => target.StartsWith(Root, StringComparison.Ordinal));

    private static int RoomOf(IType type) =>
        type.FullName.StartsWith(Root, StringComparison.Ordinal) ? Array.IndexOf(Rooms, type.FullName[Root.Length..].Split('.')[0]) : -1;
}
