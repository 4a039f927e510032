using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using SentimentWatch.EndToEnd.Tests.Intake;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Flow;
using SentimentWatch.Pipeline.Insights;
using SentimentWatch.Pipeline.Intake;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Flow;

/// <summary>Wherever the process dies, between or within the stages, the tables end as if it never had.</summary>
public sealed class RandomDeathTests(AzuriteFixture azurite)
{
    private static readonly string[] Effects =
    [
        StorageNames.Records, StorageNames.Review, StorageNames.Alerts, StorageNames.AlertLog, StorageNames.OpenClocks,
        StorageNames.Checkpoints, StorageNames.DeadLetters,
    ];

    [Fact]
    public async Task Deaths_at_random_places_leave_no_trace()
    {
        await using var calm = await Rig.StartAsync(azurite);
        await AcceptAsync(calm);
        await calm.DrainAsync();
        var expected = await TablesAsync(calm);
        await Gen.Int.SampleAsync(
            async seed =>
            {
                await using var rig = await Rig.StartAsync(azurite, services => Break(services, new Random(seed)));
                await AcceptAsync(rig);
                foreach (var queue in new[] { StorageNames.UrgentQueue, StorageNames.RecordsQueue })
                {
                    foreach (var message in await rig.WaitingAsync(queue))
                    {
                        await ProcessAsync(rig, message);
                    }
                }

                Assert.Equal(expected, await TablesAsync(rig));
            },
            iter: 12,
            threads: 1);
    }

    // The drop folder's kind of intake: the same input gives the same batch, so it may die and be run again too.
    private static async Task AcceptAsync(Rig rig)
    {
        List<SubmittedRecord> records =
        [
            .. Enumerable.Range(0, 130).Select(number => TestRecords.Submitted(number, at: TestRecords.Noon.AddDays(-(number % 4)))),
            TestRecords.Submitted(900, body: "幸福里三号楼燃气泄漏"),
            TestRecords.Submitted(901, body: "幸福里四号楼也闻到燃气泄漏"),
            TestRecords.Submitted(902, body: "说不清什么事"),
            TestRecords.Submitted(903, body: " "),
        ];
        while (true)
        {
            try
            {
                var request = new IntakeRequest(TestRecords.Ndjson(records), RecordFormat.Ndjson, Channels.Hotline)
                {
                    BatchId = BatchId.From(TestRecords.Noon, "file"),
                    AcceptedAt = TestRecords.Noon,
                };
                await rig.Get<RecordIntake>().AcceptAsync(request, TestContext.Current.CancellationToken);
                return;
            }
            catch (IOException)
            {
                continue;
            }
        }
    }

    /// <summary>Processes a message until it gets through, as a queue that delivers it again would.</summary>
    private static async Task ProcessAsync(Rig rig, string message)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await rig.Get<PartProcessor>().ProcessAsync(message, attempt, TestContext.Current.CancellationToken);
                return;
            }
            catch (IOException) when (attempt < 200)
            {
                continue;
            }
        }
    }

    private static void Break(IServiceCollection services, Random random)
    {
        Death Next() => random.Next(100) switch
        {
            < 6 => Death.BeforeTheCall,
            < 12 => Death.AfterTheCall,
            _ => Death.None,
        };
        Replace<IRecordStore>(services, Next);
        Replace<IReviewStore>(services, Next);
        Replace<IPartStore>(services, Next);
        Replace<IRecordQueue>(services, Next);
        Replace<IDeadLetterStore>(services, Next);
        Replace<IDirtyDays>(services, Next);
        Replace<IAlertStore>(services, Next);
        Replace<IAlertAnnouncer>(services, Next);
    }

    private static void Replace<T>(IServiceCollection services, Func<Death> next)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T));
        services.AddSingleton(provider => Dying<T>.Before((T)Make(provider, inner), next));
    }

    private static object Make(IServiceProvider provider, ServiceDescriptor service) =>
        service.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!);

    private static async Task<IReadOnlyList<string>> TablesAsync(Rig rig)
    {
        var lines = new List<string>();
        foreach (var table in Effects)
        {
            lines.AddRange((await rig.RowsAsync(table)).Select(row =>
                $"{table} {row.PartitionKey} {row.RowKey} {row.GetString("body")} {row.GetInt32("revision")} {row.GetString("Step")} {row.GetString("Records")} {row.GetInt32("RecordCount")}"));
        }

        return lines;
    }
}
