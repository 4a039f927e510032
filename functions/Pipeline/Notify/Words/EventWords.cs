using System.Globalization;
using SentimentWatch.Pipeline.Alerts;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Notify.Words;

/// <summary>An event (热点) in words; plain text. Title and terms are hostile input.</summary>
public static class EventWords
{
    private const int MostTerms = 6;

    /// <summary>What a message says of the event of an alert.</summary>
    /// <param name="one">The event.</param>
    /// <param name="whole">True when the alert tells of nothing else.</param>
    /// <param name="now">When the message is written.</param>
    public static IReadOnlyList<NewsFact> Of(AlertEvent one, bool whole, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(one);
        var facts = new List<NewsFact>();
        if (!whole)
        {
            facts.Add(new("热点", $"{(one.Title.Length > 0 ? $"{one.Title}，" : "")}{Spread(one)}"));
            return facts;
        }

        if (one.Terms.Count > 0)
        {
            facts.Add(new("要点", string.Join('、', one.Terms.Take(MostTerms))));
        }

        facts.Add(new("反映", Spread(one)));
        facts.Add(new("时间", $"首次 {DeadlineWords.Time(one.FirstAt, now)}，最近 {DeadlineWords.Time(one.LastAt, now)}"));
        return facts;
    }

    /// <summary>12 人经 4 个渠道反映 15 件（12345市民服务热线、政务微博 …）.</summary>
    public static string Spread(AlertEvent one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return string.Create(
            CultureInfo.InvariantCulture, $"{one.Voices} 人经 {one.Channels.Count} 个渠道反映 {one.Records} 件（{string.Join('、', one.Channels.Select(Channels.NameOf))}）");
    }
}
