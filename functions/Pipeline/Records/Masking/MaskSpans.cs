using System.Text;

namespace SentimentWatch.Pipeline.Records.Masking;

/// <summary>What was found in a view; the first to claim a place has it.</summary>
internal sealed class MaskSpans(TextView view)
{
    private readonly List<(int Start, int End, string Placeholder)> _spans = [];

    /// <summary>The text in which is searched.</summary>
    public string Text => view.Text;

    /// <summary>Claims a part of the view unless some of it is taken.</summary>
    public void Add(int start, int end, string placeholder)
    {
        if (end > start && !IsTaken(start, end))
        {
            _spans.Add((start, end, placeholder));
        }
    }

    /// <summary>True when any of the part is claimed.</summary>
    public bool IsTaken(int start, int end)
    {
        foreach (var span in _spans)
        {
            if (span.Start < end && start < span.End)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Starts of what was claimed as <paramref name="placeholder"/>.</summary>
    public IReadOnlyList<int> StartsOf(string placeholder) => [.. _spans.Where(span => span.Placeholder == placeholder).Select(span => span.Start)];

    /// <summary>The distinct texts that were claimed as <paramref name="placeholder"/>.</summary>
    public IReadOnlyList<string> TextsOf(string placeholder) =>
        [.. _spans.Where(span => span.Placeholder == placeholder).Select(span => Text[span.Start..span.End]).Distinct()];

    /// <summary>The original with placeholders; the same string when nothing was found.</summary>
    public string Render()
    {
        if (_spans.Count == 0)
        {
            return view.Original;
        }

        _spans.Sort();
        var masked = new StringBuilder(view.Original.Length);
        var at = 0;
        foreach (var (start, end, placeholder) in _spans)
        {
            masked.Append(view.Original, at, view.Origin(start) - at).Append(placeholder);
            at = view.Origin(end);
        }

        return masked.Append(view.Original, at, view.Original.Length - at).ToString();
    }
}
