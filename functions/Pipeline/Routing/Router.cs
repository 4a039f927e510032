using SentimentWatch.Models;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>
/// Decides who owns a matter: the denounced never, in a danger the unit that fights it, else the unit that the record names,
/// else the function that its words speak for. Immutable, thread-safe.
/// </summary>
/// <param name="district">Roster, places, words.</param>
public sealed class Router(District district)
{
    private const int MostTopics = 3;
    private readonly ReportTargets _reports = new(district.Roster);
    private readonly MatterWords _words = new(district.Topics, district.Rules.Routing);
    private readonly OwnerChoice _owners = new(district);

    /// <summary>Turns a judgement into a verdict with its owner.</summary>
    /// <param name="record">What was judged.</param>
    /// <param name="judgement">What the model said.</param>
    /// <param name="model">Version of that model.</param>
    public Verdict Route(CitizenRecord record, Judgement judgement, string model)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(judgement);
        var (decision, sure) = Decide(Folded(record), judgement);
        var urgency = judgement.Urgency;
        return new Verdict(
            record.Channel,
            record.SourceId,
            new SentimentVerdict(judgement.Sentiment.Label, judgement.Sentiment.Negative, judgement.Sentiment.Neutral, judgement.Sentiment.Positive),
            TopicOf(judgement.Topics),
            new UrgencyVerdict(urgency.Level, urgency.Probability, urgency.Kind, urgency.Why),
            decision,
            judgement.NeedsReview || !sure,
            judgement.Why,
            model);
    }

    private (RoutingDecision Decision, bool Sure) Decide(CitizenRecord record, Judgement judgement)
    {
        var roster = district.Roster;
        var place = district.Gazetteer.Find(record.Place, record.Title, record.Body);
        var inTitle = record.Title is null ? [] : roster.Mentions(record.Title);
        var inBody = roster.Mentions(record.Body);
        var report = _reports.Find(record, inTitle, inBody, place);
        List<UnitMention> mentions = [.. inTitle, .. inBody];
        var scores = _words.Score(record, mentions, judgement);
        var matter = new Matter(record, judgement.Urgency, place, report, mentions, scores, roster.WithSubordinates(report.Targets));
        if (judgement.Urgency.Level == "emergency")
        {
            return (_owners.OfDanger(matter), true);
        }

        if (report.Denounces)
        {
            return (_owners.OfReport(matter), true);
        }

        if (roster.Resolve(record.NamedUnit) is { } named)
        {
            return (_owners.OfNamed(matter, named), true);
        }

        if (record.Kind == "praise" && mentions.Find(m => !m.IsPlace) is { Unit: { } praised })
        {
            return (_owners.OfNamed(matter, praised), true);
        }

        var decided = scores.Count > 0 && scores[0].Total >= district.Rules.Routing.ReviewRoutingBelow;
        return judgement.Urgency is { Level: "urgent", Kind: not (null or "other" or "utility-outage") } && !decided
            ? (_owners.OfDanger(matter), true)
            : (_owners.OfWords(matter), decided);
    }

    // Once for all searches; what is folded already costs them one look.
    private static CitizenRecord Folded(CitizenRecord record) => record with
    {
        Title = record.Title is null ? null : TextFold.Fold(record.Title),
        Body = TextFold.Fold(record.Body),
        Place = record.Place is null ? null : TextFold.Fold(record.Place),
    };

    private static TopicVerdict TopicOf(IReadOnlyList<LabelScore> topics)
    {
        var top = new TopicScore[Math.Min(MostTopics, topics.Count)];
        for (var i = 0; i < top.Length; i++)
        {
            top[i] = new TopicScore(topics[i].Label, topics[i].Probability);
        }

        return top.Length == 0 ? new TopicVerdict("other", 0, top) : new TopicVerdict(top[0].Label, top[0].Probability, top);
    }
}

/// <summary>What is known of a record when its owner is chosen.</summary>
internal sealed record Matter(
    CitizenRecord Record,
    UrgencyJudgement Urgency,
    PlaceMatch? Place,
    ReportFinding Report,
    IReadOnlyList<UnitMention> Mentions,
    IReadOnlyList<MatterScore> Scores,
    IReadOnlySet<string> Recused)
{
    /// <summary>The function that most speaks for; null when nothing does.</summary>
    public MatterScore? Best => Scores.Count == 0 ? null : Scores[0];
}
