using System.Text.Json;

namespace SentimentWatch.Pipeline.Records.Reading;

/// <summary>Reads one JSON object, under wire or export names, into raw fields.</summary>
internal static class JsonFields
{
    /// <summary>The result for one JSON text.</summary>
    public static ReadResult Read(int line, string text, string channel)
    {
        if (text.Contains(TextEncoding.Undecodable))
        {
            return Rejected(line, text, "the line holds bytes that are no text; save the input as UTF-8");
        }

        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 16 });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Rejected(line, text, "the line is not a JSON object; write one record as one object");
            }

            var raw = new RawFields();
            Add(raw, document.RootElement, prefix: "");
            return RecordMapper.Map(line, raw, channel);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escape such as \ud800 that is half a character.
            return Rejected(line, text, "the line is not valid JSON; write one record as one object");
        }
    }

    /// <summary>A result for a text that is no record.</summary>
    public static ReadResult Rejected(int line, string text, string reason) => new(line, null, reason, RawFields.Cut(text));

    private static void Add(RawFields raw, JsonElement element, string prefix)
    {
        foreach (var property in element.EnumerateObject())
        {
            var name = prefix + property.Name;
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Object when prefix.Length == 0:
                    Add(raw, property.Value, name + ".");
                    break;
                case JsonValueKind.Array when Headings.Find(name) is { Field: Field.Caller } caller:
                    foreach (var item in property.Value.EnumerateArray())
                    {
                        raw.Add(caller, Text(item));
                    }

                    break;
                default:
                    if (Headings.Find(name) is { } meaning)
                    {
                        raw.Add(meaning, Text(property.Value));
                    }

                    break;
            }
        }
    }

    // A number keeps its digits as they were written, so that a long id stays whole.
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
