using System.Text.Json.Serialization;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>Reads the district files of this room; a missing field is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Unit[]))]
[JsonSerializable(typeof(Areas))]
[JsonSerializable(typeof(Topics))]
[JsonSerializable(typeof(Rules))]
[JsonSerializable(typeof(Clock[]))]
[JsonSerializable(typeof(CalendarFile))]
[JsonSerializable(typeof(Policy[]))]
internal sealed partial class DistrictJson : JsonSerializerContext;
