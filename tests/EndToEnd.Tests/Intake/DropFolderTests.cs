using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Intake;

/// <summary>Files dropped into <c>inbox/{channel}</c>.</summary>
public sealed class DropFolderTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_file_is_taken_and_only_its_report_remains()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await DropAsync(rig, "hotline/一月.ndjson", Lines(3) + "\n{broken");
        Assert.Equal(1, await SweepAsync(rig));
        Assert.Empty(await NamesAsync(rig, StorageNames.Inbox));
        var report = await ReportAsync(rig, StorageNames.InboxDone);
        Assert.Equal(("hotline/一月.ndjson", false, 3, 1), (report.File, report.Failed, report.Accepted, report.Rejected.Count));
        await rig.DrainAsync();
        Assert.Equal(new BatchStatus("done", 3, 0, 0, 0), await rig.StatusAsync(report.BatchId!));
        Assert.Equal(0, await SweepAsync(rig));
    }

    [Theory]
    [InlineData("phone/a.ndjson")]
    [InlineData("a.ndjson")]
    public async Task A_file_in_no_channels_folder_fails_with_a_reason(string name)
    {
        await using var rig = await Rig.StartAsync(azurite);
        await DropAsync(rig, name, Lines(1));
        await SweepAsync(rig);
        Assert.Empty(await NamesAsync(rig, StorageNames.Inbox));
        var report = await ReportAsync(rig, StorageNames.InboxFailed);
        Assert.True(report.Failed);
        Assert.Contains("hotline", report.Reason, StringComparison.Ordinal);
        Assert.Empty(await rig.WaitingAsync(StorageNames.RecordsQueue));
    }

    [Fact]
    public async Task A_file_without_a_good_line_fails_and_its_lines_are_kept()
    {
        await using var rig = await Rig.StartAsync(azurite);
        await DropAsync(rig, "weibo/a.ndjson", "{broken\n{worse");
        await SweepAsync(rig);
        var report = await ReportAsync(rig, StorageNames.InboxFailed);
        Assert.Equal(2, report.Rejected.Count);
        Assert.Equal(2, (await rig.RowsAsync(StorageNames.DeadLetters)).Count);
    }

    [Fact]
    public async Task A_sweep_that_dies_before_the_move_is_repeated_without_doubling_anything()
    {
        var deaths = 1;
        await using var rig = await Rig.StartAsync(azurite, services => services.AddSingleton<IDropStore>(
            sp => new DyingStore(new DropBlobs(sp.GetRequiredService<StorageClients>()), () => deaths-- > 0)));
        await DropAsync(rig, "hotline/a.ndjson", Lines(5) + "\n{broken");
        await DropAsync(rig, "weibo/b.ndjson", Lines(1).Replace("hotline", "weibo", StringComparison.Ordinal));
        await Assert.ThrowsAsync<AggregateException>(() => SweepAsync(rig));
        Assert.Equal(["hotline/a.ndjson"], await NamesAsync(rig, StorageNames.Inbox));
        await rig.DrainAsync();
        Assert.Equal(1, await SweepAsync(rig));
        await rig.DrainAsync();
        Assert.Equal(6, (await rig.RowsAsync(StorageNames.Records)).Count);
        Assert.Single(await rig.RowsAsync(StorageNames.DeadLetters));
        var report = await ReportAsync(rig, StorageNames.InboxDone, "hotline/");
        Assert.Equal(new BatchStatus("done", 5, 0, 0, 0), await rig.StatusAsync(report.BatchId!));
    }

    [Fact]
    public async Task The_original_is_kept_only_when_the_setting_says_so()
    {
        await using var rig = await Rig.StartAsync(azurite, settings: (DropFolder.KeepOriginalsSetting, "true"));
        await DropAsync(rig, "hotline/a.ndjson", Lines(1));
        await SweepAsync(rig);
        Assert.Contains("hotline/a.ndjson", await NamesAsync(rig, StorageNames.InboxDone));
    }

    private static string Lines(int count) => string.Join('\n', Enumerable.Range(0, count)
        .Select(number => JsonSerializer.Serialize(TestRecords.Submitted(number), RecordsJson.Wire.SubmittedRecord)));

    private static Task<int> SweepAsync(Rig rig) => rig.Get<DropFolder>().SweepAsync(TestContext.Current.CancellationToken);

    private static async Task DropAsync(Rig rig, string name, string text) => await rig.Storage.Container(StorageNames.Inbox)
        .GetBlobClient(name).UploadAsync(BinaryData.FromBytes(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);

    private static async Task<IReadOnlyList<string>> NamesAsync(Rig rig, string container)
    {
        var names = new List<string>();
        var blobs = rig.Storage.Container(container).GetBlobsAsync(BlobTraits.None, BlobStates.None, null, TestContext.Current.CancellationToken);
        await foreach (var blob in blobs)
        {
            names.Add(blob.Name);
        }

        return names;
    }

    private static async Task<DropReport> ReportAsync(Rig rig, string container, string folder = "")
    {
        var name = Assert.Single(await NamesAsync(rig, container), name => name.StartsWith(folder, StringComparison.Ordinal));
        var content = await rig.Storage.Container(container).GetBlobClient(name).DownloadContentAsync(TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize(content.Value.Content, IntakeJson.Wire.DropReport)!;
    }

    private sealed class DyingStore(IDropStore inner, Func<bool> dies) : IDropStore
    {
        public IAsyncEnumerable<DroppedFile> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);

        public Task<Stream?> OpenAsync(DroppedFile file, CancellationToken cancellationToken) => inner.OpenAsync(file, cancellationToken);

        public Task FinishAsync(DroppedFile file, DropReport report, bool keepOriginal, CancellationToken cancellationToken) =>
            dies() ? throw new IOException("died") : inner.FinishAsync(file, report, keepOriginal, cancellationToken);
    }
}
