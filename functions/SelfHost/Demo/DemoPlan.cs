using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.SelfHost.Demo;

/// <summary>Records that arrive together.</summary>
/// <param name="Offset">Time since the start of the demo.</param>
/// <param name="Records">In the wire form.</param>
public sealed record DemoMoment(TimeSpan Offset, IReadOnlyList<JsonObject> Records);

/// <summary>The bundled records, lines <c>{"offsetSeconds":n,"note":"…","record":{…}}</c>; <c>note</c> names what is worth watching.</summary>
public sealed class DemoPlan
{
    private readonly List<(TimeSpan Offset, string Note)> _notes = [];

    /// <summary>Records as text: 汉字 unescaped.</summary>
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All moments, in order.</summary>
    public IReadOnlyList<DemoMoment> Moments { get; private set; } = [];

    /// <summary>Reads every NDJSON file of the folder.</summary>
    /// <exception cref="UserErrorException">There is none, or a line is damaged.</exception>
    public static DemoPlan Load(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.ndjson") : [];
        if (files.Length == 0)
        {
            throw new UserErrorException($"There are no demo records in {folder}: build the program anew, or serve without --demo.");
        }

        var plan = new DemoPlan();
        var records = files.Order(StringComparer.Ordinal).SelectMany(plan.ReadFile).ToList();
        plan.Moments = [.. records.GroupBy(r => r.Offset).OrderBy(g => g.Key).Select(g => new DemoMoment(g.Key, [.. g.Select(r => r.Record)]))];
        return plan;
    }

    /// <summary>What will happen, one line each.</summary>
    public IEnumerable<string> Describe()
    {
        var all = Moments.SelectMany(m => m.Records).ToList();
        var channels = all.Select(r => (string)r["channel"]!).Distinct().OrderBy(c => Channels.All.ToList().IndexOf(c)).Select(Channels.NameOf);
        yield return $"demo: {all.Count} invented records over {Moments[^1].Offset:m\\:ss} min, channels {string.Join('、', channels)}";
        foreach (var (offset, note) in _notes.OrderBy(n => n.Offset))
        {
            yield return $"demo: at {offset:m\\:ss} {note}";
        }
    }

    private IEnumerable<(TimeSpan Offset, JsonObject Record)> ReadFile(string file)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            var (offset, note, record) = ReadLine(file, number, line);
            if (note is not null)
            {
                _notes.Add((offset, note));
            }

            yield return (offset, record);
        }
    }

    private static (TimeSpan Offset, string? Note, JsonObject Record) ReadLine(string file, int number, string line)
    {
        try
        {
            var node = JsonNode.Parse(line)!.AsObject();
            return (TimeSpan.FromSeconds((double)node["offsetSeconds"]!), (string?)node["note"], node["record"]!.AsObject());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or ArgumentNullException)
        {
            throw new UserErrorException($"{file} line {number} is no demo record: restore the file from the repository.", e);
        }
    }
}
