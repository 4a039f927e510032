using System.Security.Cryptography;
using System.Text.Json;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Storage;

/// <summary>Tells whether two versions of a record say the same.</summary>
internal static class ContentHash
{
    /// <summary>20 hex digits over everything but the version.</summary>
    public static string Of(CitizenRecord record)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(record with { Version = 0 }, RecordsJson.Wire.CitizenRecord);
        return Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 10));
    }
}
