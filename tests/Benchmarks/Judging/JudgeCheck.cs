using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SentimentWatch.Models;

namespace SentimentWatch.Benchmarks.Judging;

/// <summary>The shipped model as a user calls it: the batch API, every answer in one pass.</summary>
internal static class JudgeCheck
{
    private const int ColdStarts = 5;

    /// <summary>A text of our own, so that a cold start reads no data file.</summary>
    private static readonly JudgeInput ColdText = new("小区电梯停运三天无人维修", "七号楼住着不少老人，电梯坏了三天，物业说没有配件，请有关部门尽快督促修好。", "minsheng");

    /// <summary>Measures quality, speed, allocation and memory on the test split of each task; without <paramref name="output"/> also cold starts.</summary>
    public static async Task RunAsync(string data, string model, IReadOnlyCollection<string> tasks, string? output, CancellationToken cancellationToken)
    {
        var judge = JudgeModel.Load(model);
        WriteLine($"model {judge.Version}, {FolderBytes(model) / 1048576.0:F1} MiB");
        foreach (var task in JudgeTask.All.Where(t => tasks.Count == 0 || tasks.Contains(t.Name, StringComparer.Ordinal)))
        {
            var rows = task.Read(data, "test");
            JudgeInput[] inputs = [.. rows.Select(r => r.Input)];
            var result = Measure(judge, task, inputs, FolderBytes(model), cancellationToken);
            foreach (var (name, holds) in task.Slices(data))
            {
                var quality = Quality.Of([.. rows.Zip(result.Predictions).Where(p => holds(p.First)).Select(p => (p.First.Label, p.Second))]);
                WriteLine($"{task.Name}, {name}: accuracy {quality.Accuracy:F4}, macro-F1 {quality.MacroF1:F4}");
            }

            WriteLine($"{task.Name}: {result.RecordsPerSecond:N0} records/s on one thread ({inputs.Average(i => (i.Title?.Length ?? 0) + i.Body.Length):F0} characters on average), "
                + $"{result.AllocatedBytesPerRecord:F0} bytes allocated a record, peak memory so far {result.PeakKiB / 1024.0:F0} MiB");
            if (output is not null)
            {
                ResultJson.Append(output, result);
            }
        }

        if (output is null)
        {
            await ColdStartsAsync(model, cancellationToken);
        }
    }

    /// <summary>What <c>judge-cold</c> does in its fresh process.</summary>
    public static void Cold(string model, string? output)
    {
        var clock = Stopwatch.StartNew();
        _ = JudgeModel.Load(model).JudgeBatch([ColdText], CancellationToken.None);
        var load = clock.Elapsed.TotalMilliseconds;
        var result = new ColdResult(load, Meter.ProcessAgeMs(), Meter.PeakKiB());
        WriteLine(JsonSerializer.Serialize(result, ResultJson.Default.ColdResult));
        if (output is not null)
        {
            ResultJson.Append(output, result);
        }
    }

    private static TaskResult Measure(JudgeModel judge, JudgeTask task, JudgeInput[] inputs, long bytes, CancellationToken cancellationToken)
    {
        var rate = Meter.RecordsPerSecond(inputs.Length, () => judge.JudgeBatch(inputs, cancellationToken));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var answers = judge.JudgeBatch(inputs, cancellationToken);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return new TaskResult([.. answers.Select(task.Answer)], rate, bytes, Meter.PeakKiB(), (double)allocated / inputs.Length);
    }

    private static async Task ColdStartsAsync(string model, CancellationToken cancellationToken)
    {
        var results = new List<ColdResult>();
        for (var i = 0; i < ColdStarts; i++)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, ["judge-cold", "--model", model]) { UseShellExecute = false, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var printed = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            results.Add(JsonSerializer.Deserialize(printed, ResultJson.Default.ColdResult)!);
        }

        WriteLine($"cold start, median of {ColdStarts} fresh processes: {Median(results, r => r.LoadMs)} ms from loading to the first verdict, "
            + $"{Median(results, r => r.ProcessMs)} ms from the start of the process, peak memory {Median(results, r => r.PeakKiB / 1024.0)} MiB");
    }

    private static string Median(IEnumerable<ColdResult> results, Func<ColdResult, double> value) =>
        results.Select(value).Order().ElementAt(ColdStarts / 2).ToString("F0", CultureInfo.InvariantCulture);

    /// <summary>Size of the model files of a folder; cards and pictures beside them are not counted.</summary>
    private static long FolderBytes(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles().Where(f => f.Extension is not (".md" or ".png")).Sum(f => f.Length);
}
