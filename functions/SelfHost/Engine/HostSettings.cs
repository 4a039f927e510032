using System.Globalization;
using System.Text.Json;

namespace SentimentWatch.SelfHost.Engine;

/// <summary>The part of host.json that this host honours, with the defaults of Azure Functions.</summary>
public sealed record HostSettings
{
    /// <summary>First part of every route; may be empty.</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary>Messages fetched at once, 1–32.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>More are fetched as soon as this many or fewer are in hand.</summary>
    public int NewBatchThreshold { get; init; } = 8;

    /// <summary>Tries before a message goes to the poison queue.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message that failed stays hidden.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>Longest pause between two looks into an empty queue.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>True: messages are base64; false: plain text.</summary>
    public bool Base64 { get; init; } = true;

    /// <summary>Reads host.json.</summary>
    /// <exception cref="UserErrorException">It is not JSON, or a value is out of range.</exception>
    public static HostSettings Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var extensions = Child(document.RootElement, "extensions");
            var queues = Child(extensions, "queues");
            var defaults = new HostSettings();
            return new HostSettings
            {
                RoutePrefix = Text(Child(extensions, "http"), "routePrefix") ?? defaults.RoutePrefix,
                BatchSize = Number(queues, "batchSize", defaults.BatchSize, 1, 32),
                NewBatchThreshold = Number(queues, "newBatchThreshold", defaults.NewBatchThreshold, 0, 1000),
                MaxDequeueCount = Number(queues, "maxDequeueCount", defaults.MaxDequeueCount, 1, 1000),
                VisibilityTimeout = Time(queues, "visibilityTimeout", defaults.VisibilityTimeout),
                MaxPollingInterval = Time(queues, "maxPollingInterval", defaults.MaxPollingInterval),
                Base64 = Text(queues, "messageEncoding") is not { } encoding || encoding.Equals("base64", StringComparison.OrdinalIgnoreCase),
            };
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or FileNotFoundException)
        {
            throw new UserErrorException($"{file} cannot be used ({e.Message}): mend the value or restore the file from the repository.", e);
        }
    }

    private static JsonElement Child(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;

    private static string? Text(JsonElement parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static int Number(JsonElement parent, string name, int fallback, int least, int most)
    {
        if (Child(parent, name) is not { ValueKind: not JsonValueKind.Undefined } value)
        {
            return fallback;
        }

        var number = value.GetInt32();
        return number >= least && number <= most ? number : throw new FormatException($"{name} must be {least} to {most}");
    }

    private static TimeSpan Time(JsonElement parent, string name, TimeSpan fallback) =>
        Text(parent, name) is { } text ? TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture) : fallback;
}
