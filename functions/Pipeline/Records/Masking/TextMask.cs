namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Masks free text: every finder in turn, the surest first.</summary>
internal static class TextMask
{
    private const int MaxPasses = 6;

    /// <summary>See <see cref="Masker.Mask(string)"/>.</summary>
    public static string Mask(string text)
    {
        // A placeholder can give its neighbour the end that it lacked, so go on until nothing more is found.
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var masked = Pass(text);
            if (ReferenceEquals(masked, text))
            {
                break;
            }

            text = masked;
        }

        return text;
    }

    private static string Pass(string text)
    {
        if (text.Length < 2)
        {
            return text;
        }

        var spans = new MaskSpans(TextView.Of(text));
        MailFinder.Find(spans);
        AccountFinder.Find(spans);
        NumberFinder.Find(spans);
        DocumentFinder.Find(spans);
        NameFinder.Find(spans);
        return spans.Render();
    }
}
