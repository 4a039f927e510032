namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Masks a line that could not be read as a record.</summary>
internal static class RejectedLineMask
{
    /// <summary>See <see cref="Masker.MaskRejected"/>.</summary>
    public static string Mask(string line) => TextMask.Mask(line);
}
