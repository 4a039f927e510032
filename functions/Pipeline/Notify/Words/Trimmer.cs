namespace SentimentWatch.Pipeline.Notify.Words;

/// <summary>Escapes and bounds the texts of one message and remembers whether anything was cut, so that the message can say so.</summary>
/// <param name="escape">Makes text harmless for a way: text and longest length in characters.</param>
internal sealed class Trimmer(Func<string?, int, string> escape)
{
    /// <summary>What a message says when something was cut.</summary>
    public const string Sentence = "部分内容较长，已截断；全文请在控制台查看。";

    /// <summary>True when a text was cut.</summary>
    public bool Cut { get; private set; }

    /// <summary>The harmless text of at most <paramref name="length"/> characters.</summary>
    public string Show(string? text, int length)
    {
        var shown = escape(text, length);
        Cut |= shown.EndsWith('…') && text?.TrimEnd().EndsWith('…') != true;
        return shown;
    }

    /// <summary>The words of a record, which the product itself keeps only 200 characters of.</summary>
    public string ShowExcerpt(string excerpt, int length)
    {
        Cut |= excerpt.Length >= NewsSheet.LongestExcerpt;
        return Show(excerpt, length);
    }

    /// <summary>Takes note that something was left out.</summary>
    public void Omit(bool something) => Cut |= something;
}
