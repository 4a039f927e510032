using System.Text.RegularExpressions;

namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Mail addresses, plain or with the @ written otherwise.</summary>
internal static partial class MailFinder
{
    private const int MaxLocal = 64;

    public static void Find(MaskSpans spans)
    {
        var text = spans.Text;

        // From each @ outwards, so that a long run of letters without one costs nothing.
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            Claim(spans, at, at + 1, Domain().Match(text, at + 1, Math.Min(120, text.Length - at - 1)));
        }

        if (!text.Contains("com", StringComparison.OrdinalIgnoreCase) && !text.Contains(".cn", StringComparison.OrdinalIgnoreCase) && !text.Contains("net", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (Match disguised in DisguisedAt().Matches(text))
        {
            Claim(spans, disguised.Index, disguised.Index + disguised.Length, disguised);
        }
    }

    private static void Claim(MaskSpans spans, int at, int afterAt, Match domain)
    {
        var start = at;
        while (start > 0 && at - start < MaxLocal && spans.Text[start - 1] is ' ' && start == at)
        {
            start--;
        }

        var end = start;
        while (start > 0 && end - start < MaxLocal && (char.IsAsciiLetterOrDigit(spans.Text[start - 1]) || spans.Text[start - 1] is '.' or '_' or '-' or '+'))
        {
            start--;
        }

        if (start < end && domain.Success)
        {
            spans.Add(start, Math.Max(afterAt, domain.Index + domain.Length), Placeholders.Mail);
        }
    }

    [GeneratedRegex(@"\G ?[A-Za-z0-9-]{1,40}( ?[.。] ?[A-Za-z0-9-]{1,40}){0,3} ?([.。]|点) ?[A-Za-z]{2,10}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Domain();

    [GeneratedRegex(
        @" ?([(\[]at[)\]]|#|\*| at |艾特) ?(qq|vip\.qq|foxmail|1(63|26|39|89)|sina|sohu|yeah|gmail|outlook|hotmail|live|icloud|aliyun|[a-z]{2,12}\.gov|[a-z]{2,12}\.edu)( ?\. ?|点)(com|cn|net|org)(\.cn)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex DisguisedAt();
}
