namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Keeps of an address what names the post: the query and fragment go, since they carry sessions, phones and user ids.</summary>
internal static class UrlMask
{
    /// <summary>The masked address; null for null.</summary>
    public static string? Mask(string? url)
    {
        if (url is null)
        {
            return null;
        }

        var end = url.AsSpan().IndexOfAny('?', '#');
        return TextMask.Mask(end < 0 ? url : url[..end]);
    }
}
