using System.Text;
using System.Text.Json;
using SentimentWatch.Pipeline.Notify;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>Draws a digest in any of its forms.</summary>
public sealed class DigestRenderer(IDigestPage page, PublicAddress address)
{
    /// <summary>The form's bytes: UTF-8 text, or a Word document.</summary>
    public async Task<byte[]> RenderAsync(Digest digest, DigestFormat format)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return format switch
        {
            DigestFormat.Json => JsonSerializer.SerializeToUtf8Bytes(digest, InsightsJson.Plain.Digest),
            DigestFormat.Html => Encoding.UTF8.GetBytes(await page.RenderAsync(digest)),
            DigestFormat.Card => DigestCard.Render(digest, PageOf(digest)),
            DigestFormat.Markdown => Encoding.UTF8.GetBytes(DigestMarkdown.Render(digest)),
            DigestFormat.Docx => DigestDocx.Render(digest),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A digest has no such form."),
        };
    }

    private Uri? PageOf(Digest digest)
    {
        var key = new DigestKey(digest.Period, digest.To);
        return address.LinkTo($"console/digests/{DayText.Iso(key.Day)}-{key.PeriodCode}") is { } link ? new Uri(link) : null;
    }
}
