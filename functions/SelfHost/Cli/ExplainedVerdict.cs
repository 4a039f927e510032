using System.Text.Json;
using System.Text.Json.Nodes;
using SentimentWatch.Models;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.SelfHost.Cli;

/// <summary>A verdict with the words that spoke for it, as <c>score --explain</c> writes it.</summary>
internal static class ExplainedVerdict
{
    /// <summary>Writes one line of JSON, without the line end.</summary>
    public static async Task WriteAsync(Stream output, Verdict verdict, JudgementExplanation words, CancellationToken cancellationToken)
    {
        var line = JsonSerializer.SerializeToNode(verdict, VerdictJson.Wire.Verdict)!.AsObject();
        line["explain"] = new JsonObject
        {
            ["topic"] = Words(words.Topic),
            ["sentiment"] = Words(words.Sentiment),
            ["function"] = Words(words.Function),
            ["urgency"] = new JsonArray([.. words.Urgency.Select(w => (JsonNode)w)]),
        };
        await JsonSerializer.SerializeAsync(output, line, VerdictJson.Wire.JsonObject, cancellationToken);
    }

    private static JsonArray Words(IReadOnlyList<ExplainedWord> words) => new([.. words.Select(w => new JsonObject
    {
        ["text"] = w.Text,
        ["in"] = w.InTitle ? "title" : "body",
        ["start"] = w.Start,
        ["length"] = w.Length,
        ["weight"] = MathF.Round(w.Weight, 4),
    })]);
}
