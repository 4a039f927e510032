using CsCheck;

namespace SentimentWatch.Pipeline.Tests.Alerts;

/// <summary>Generates one of some given values.</summary>
internal static class Pick
{
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
