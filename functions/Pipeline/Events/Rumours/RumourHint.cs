using System.Globalization;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Events;

/// <summary>
/// A hint for a person: within one event somebody official says that it is not so and others say that it is, or say that the answer is not
/// so. Both sides in their own masked words. Nothing follows from it by itself.
/// </summary>
public static class RumourHint
{
    private const int Quoted = 48;

    // Reports against persons or offices are not quoted (hotline by-law, article 32).
    private const string Report = "report";

    /// <summary>The hint; null when the records do not disagree so.</summary>
    /// <param name="records">Masked records of one event.</param>
    public static string? Of(IReadOnlyList<CitizenRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var quotable = records.Where(record => record.Kind != Report).OrderBy(record => record.ReceivedAt).ThenBy(record => record.Key, StringComparer.Ordinal)
            .Select(record => (Record: record, Stance: Stances.Of(record))).ToList();
        foreach (var (official, stance) in quotable.Where(one => one.Stance is Stance.Denies or Stance.Answers))
        {
            var others = quotable.Where(one => one.Record.Key != official.Key).ToList();
            var denied = stance == Stance.Denies ? Denied(official) : [];
            if (Against(official, others, denied) is { } hint)
            {
                return hint;
            }
        }

        return null;
    }

    private static string? Against(CitizenRecord official, List<(CitizenRecord Record, Stance Stance)> others, List<(string Claim, string Sentence)> denied)
    {
        var disputes = others.Where(one => one.Stance == Stance.Disputes).Select(one => (one.Record, Words: Stances.DisputeIn(TextOf(one.Record)))).Where(one => one.Words is not null).ToList();
        if (disputes.Count > 0)
        {
            return Sentence(official, denied.Count > 0 ? denied[0].Sentence : AnswerOf(official), disputes[0].Record, disputes[0].Words!, disputes.Count, "称答复不实");
        }

        foreach (var (claim, sentence) in denied)
        {
            var told = others.Where(one => one.Stance == Stance.None && IsLater(one.Record, official))
                .Select(one => (one.Record, Words: Claims.AssertionOf(claim, TextOf(one.Record)))).Where(one => one.Words is not null).ToList();
            if (told.Count > 0)
            {
                return Sentence(official, sentence, told[^1].Record, told[^1].Words!, told.Count, "说法相反");
            }
        }

        return null;
    }

    private static List<(string Claim, string Sentence)> Denied(CitizenRecord official) =>
        [.. Stances.IsOfficial(TextOf(official)) ? Claims.DeniedIn(TextOf(official), isReply: false) : [], .. official.Handling?.Reply is { } reply ? Claims.DeniedIn(reply, isReply: true) : []];

    // A post is denied that came before; an answer to a resident is denied only by who speaks after it.
    private static bool IsLater(CitizenRecord other, CitizenRecord official) =>
        official.Handling is not { Reply.Length: > 0 } handling || other.ReceivedAt > (handling.RepliedAt ?? official.ReceivedAt);

    private static string TextOf(CitizenRecord record) => string.IsNullOrWhiteSpace(record.Title) ? record.Body : $"{record.Title}。{record.Body}";

    private static string AnswerOf(CitizenRecord official) =>
        Claims.Sentences(official.Handling?.Reply is { Length: > 0 } reply ? reply : TextOf(official)).FirstOrDefault() ?? "";

    private static string Sentence(CitizenRecord official, string denial, CitizenRecord other, string words, int count, string what) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Channels.NameOf(official.Channel)} {ShanghaiTime.DayOf(official.ReceivedAt):M 月 d 日}官方“{Clip(denial)}”，{Channels.NameOf(other.Channel)} {ShanghaiTime.DayOf(other.ReceivedAt):M 月 d 日}{(count > 1 ? $"等 {count} 件" : "")}{what}：“{Clip(words)}”，请人工核实");

    private static string Clip(string text)
    {
        var line = PlainText.Line(text, Quoted);
        return line.TrimEnd('。', '！', '!', '；', ';');
    }
}
