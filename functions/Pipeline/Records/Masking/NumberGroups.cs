namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>A run of digits in a view.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct DigitGroup(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>Digit groups that may be parts of one number: "138 1234-5678".</summary>
internal static class NumberGroups
{
    private const int LongestGroup = 24;

    /// <summary>Clusters of groups parted by one or two separators only.</summary>
    public static IEnumerable<List<DigitGroup>> Clusters(string text)
    {
        var cluster = new List<DigitGroup>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                continue;
            }

            var end = at;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (cluster.Count > 0 && !IsGap(text.AsSpan(cluster[^1].End, at - cluster[^1].End)))
            {
                yield return cluster;
                cluster = [];
            }

            cluster.Add(new DigitGroup(at, end));
            at = end;
        }

        if (cluster.Count > 0)
        {
            yield return cluster;
        }
    }

    /// <summary>The digits of <paramref name="count"/> groups; null when they are more than any number has.</summary>
    public static string? Digits(string text, List<DigitGroup> cluster, int first, int count)
    {
        var length = 0;
        for (var at = first; at < first + count; at++)
        {
            length += cluster[at].Length;
        }

        return length > LongestGroup
            ? null
            : string.Create(length, (text, cluster, first, count), static (digits, parts) =>
            {
                foreach (var group in parts.cluster.Skip(parts.first).Take(parts.count))
                {
                    parts.text.AsSpan(group.Start, group.Length).CopyTo(digits);
                    digits = digits[group.Length..];
                }
            });
    }

    private static bool IsGap(ReadOnlySpan<char> between)
    {
        if (between.Length > 2)
        {
            return false;
        }

        foreach (var character in between)
        {
            if (character is not (' ' or '-' or '–' or '—' or '.' or '·' or '/' or '_' or '(' or ')' or '~' or ',' or '\t'))
            {
                return false;
            }
        }

        return true;
    }
}
