using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>Writes a <see cref="TopicScore"/> as <c>["label",0.88]</c>.</summary>
public sealed class TopicScoreConverter : JsonConverter<TopicScore>
{
    /// <inheritdoc/>
    public override TopicScore Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read())
        {
            throw new JsonException("A topic score is an array of a label and a probability.");
        }

        var label = reader.GetString() ?? "";
        reader.Read();
        var probability = reader.GetSingle();
        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray
            ? new TopicScore(label, probability)
            : throw new JsonException("A topic score has exactly two elements.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TopicScore value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.Label);
        writer.WriteNumberValue(MathF.Round(value.Probability, 4));
        writer.WriteEndArray();
    }
}
