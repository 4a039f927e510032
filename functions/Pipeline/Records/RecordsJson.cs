using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentimentWatch.Pipeline.Records;

/// <summary>The wire form of records. Use <see cref="Wire"/>: camelCase, 汉字 unescaped, nulls left out, times without offset read as Asia/Shanghai.</summary>
[JsonSerializable(typeof(SubmittedRecord))]
[JsonSerializable(typeof(CitizenRecord))]
public sealed partial class RecordsJson : JsonSerializerContext
{
    /// <summary>The one instance to use.</summary>
    public static RecordsJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new ShanghaiTimeConverter() },
    });
}

/// <summary>ISO times; one without an offset is Asia/Shanghai.</summary>
public sealed class ShanghaiTimeConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ShanghaiTime.TryParse(reader.GetString(), out var time)
            ? time
            : throw new JsonException("is not a time");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
