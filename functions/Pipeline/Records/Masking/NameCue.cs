using System.Buffers;
using System.Text.RegularExpressions;

namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>Words after which a name may stand.</summary>
/// <param name="evidence">How sure a name follows.</param>
/// <param name="after">What may stand between word and name, anchored with \G; must match the empty text where nothing has to.</param>
/// <param name="words">The words.</param>
internal sealed class NameCue(NameEvidence evidence, Regex after, params string[] words)
{
    // One pass over the text for all the words; the longest of those that begin at a place counts.
    private readonly SearchValues<string> _search = SearchValues.Create(words, StringComparison.Ordinal);
    private readonly string[] _words = [.. words.OrderByDescending(word => word.Length)];

    /// <summary>Claims every name that follows one of the words.</summary>
    public void Find(MaskSpans spans)
    {
        var text = spans.Text;
        for (var at = 0; text.AsSpan(at).IndexOfAny(_search) is >= 0 and var found;)
        {
            at += found;
            var end = at + _words.First(word => text.AsSpan(at).StartsWith(word, StringComparison.Ordinal)).Length;
            if (after.Match(text, end, Math.Min(24, text.Length - end)) is { Success: true } gap)
            {
                var start = end + gap.Length;
                spans.Add(start, start + NameToken.LengthAt(text.AsSpan(start), evidence), Placeholders.Name);
            }

            at = end;
        }
    }
}
