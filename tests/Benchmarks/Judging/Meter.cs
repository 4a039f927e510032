using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentimentWatch.Benchmarks.Judging;

/// <summary>Speed, memory and age of this process.</summary>
internal static class Meter
{
    private const int SteadyWindows = 4;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWarming = TimeSpan.FromSeconds(20);

    /// <summary>Runs whole passes over <paramref name="count"/> records for at least two seconds, once warm.</summary>
    public static double RecordsPerSecond(int count, Action onePass)
    {
        WarmUp(onePass);
        var (passes, time) = Repeat(onePass, Least);
        return count * passes / time.TotalSeconds;
    }

    /// <summary>Peak resident memory (VmHWM) in KiB.</summary>
    public static long PeakKiB()
    {
        var line = File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))
            ?? throw new InvalidOperationException("/proc/self/status has no VmHWM; run this on Linux.");
        return long.Parse(line.AsSpan("VmHWM:".Length, line.Length - "VmHWM:".Length - "kB".Length), CultureInfo.InvariantCulture);
    }

    /// <summary>Milliseconds since the system started this process.</summary>
    public static double ProcessAgeMs()
    {
        using var process = Process.GetCurrentProcess();
        return (TimeProvider.System.GetUtcNow().UtcDateTime - process.StartTime.ToUniversalTime()).TotalMilliseconds;
    }

    /// <summary>The compiler recompiles hot code in the background, slowly on one core: warm is when two seconds have brought nothing.</summary>
    private static void WarmUp(Action onePass)
    {
        var clock = Stopwatch.StartNew();
        var best = 0.0;
        for (var steady = 0; steady < SteadyWindows && clock.Elapsed < LongestWarming;)
        {
            var (passes, time) = Repeat(onePass, Window);
            var rate = passes / time.TotalSeconds;
            steady = rate > best * 1.05 ? 0 : steady + 1;
            best = Math.Max(best, rate);
        }
    }

    private static (int Passes, TimeSpan Time) Repeat(Action onePass, TimeSpan least)
    {
        var clock = Stopwatch.StartNew();
        var passes = 0;
        do
        {
            onePass();
            passes++;
        }
        while (clock.Elapsed < least);
        return (passes, clock.Elapsed);
    }
}

/// <summary>What a contestant did on a test split.</summary>
/// <param name="Predictions">Answers in the order of the file.</param>
/// <param name="RecordsPerSecond">Records a second, warm, from text in memory to answers.</param>
/// <param name="ModelBytes">Size of the model on disk.</param>
/// <param name="PeakKiB">Peak resident memory of the process, KiB.</param>
/// <param name="AllocatedBytesPerRecord">Managed bytes allocated a record, warm; null where not measured.</param>
internal sealed record TaskResult(IReadOnlyList<string> Predictions, double RecordsPerSecond, long ModelBytes, long PeakKiB, double? AllocatedBytesPerRecord = null);

/// <summary>A cold start.</summary>
/// <param name="LoadMs">From the start of loading to the first verdict, ms.</param>
/// <param name="ProcessMs">From the start of the process to the first verdict, ms.</param>
/// <param name="PeakKiB">Peak resident memory, KiB.</param>
internal sealed record ColdResult(double LoadMs, double ProcessMs, long PeakKiB);

/// <summary>The results as lines of JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TaskResult))]
[JsonSerializable(typeof(ColdResult))]
internal sealed partial class ResultJson : JsonSerializerContext
{
    /// <summary>Appends one line to a file.</summary>
    public static void Append(string path, TaskResult result) => File.AppendAllText(path, JsonSerializer.Serialize(result, Default.TaskResult) + "\n");

    /// <summary>Appends one line to a file.</summary>
    public static void Append(string path, ColdResult result) => File.AppendAllText(path, JsonSerializer.Serialize(result, Default.ColdResult) + "\n");
}
