using System.Runtime.InteropServices;
using SentimentWatch.Models;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>Scores functions by the words of a (folded) record and the model's opinion. Immutable, thread-safe.</summary>
internal sealed class MatterWords
{
    private const float Strong = 5;
    private const float Plain = 2;
    private const float Weak = 0.8f;
    private const float InTitle = 2.5f;
    private const float InOpening = 1.4f;
    private const int Opening = 40;
    private const float AsLandmark = 0.15f;
    private const float ModelWeight = 3;
    private const float TopicWeight = 1;
    private const int MostCharacters = 4000;

    private readonly PhraseTrie _trie = new();
    private readonly List<List<Vote>> _votes = [];
    private readonly Topics _topics;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly float _modelFrom;

    public MatterWords(Topics topics, RoutingRules rules)
    {
        _topics = topics;
        _modelFrom = rules.ModelFunctionFrom;
        for (var f = 0; f < topics.Functions.Count; f++)
        {
            _index[topics.Functions[f].Code] = f;
            foreach (var rule in topics.Functions[f].Rules)
            {
                Learn(f, rule, rule.Strong, Strong);
                Learn(f, rule, rule.Words, Plain);
                Learn(f, rule, rule.Weak, Weak);
            }
        }
    }

    /// <summary>The functions that something speaks for, best first; ties keep the order of <c>topics.json</c>.</summary>
    public List<MatterScore> Score(CitizenRecord record, IReadOnlyList<UnitMention> mentions, Judgement judgement)
    {
        var (title, body) = (record.Title, record.Body);
        var scores = new MatterScore?[_topics.Functions.Count];
        var seen = new HashSet<int>();
        if (!string.IsNullOrEmpty(title))
        {
            Count(title, InTitle, scores, seen);
        }

        Count(body, 1, scores, seen);
        AddMentions(mentions, scores);
        AddModel(judgement, scores);
        var list = new List<MatterScore>();
        foreach (var score in scores)
        {
            if (score is not null)
            {
                list.Add(score);
            }
        }

        list.Sort(static (a, b) => b.Total.CompareTo(a.Total));
        return list;
    }

    // A resident who asks or blames a unit by name mostly knows whose matter it is.
    private void AddMentions(IReadOnlyList<UnitMention> mentions, MatterScore?[] scores)
    {
        foreach (var unit in mentions.Where(m => m.Length > 2 && !m.IsPlace).Select(m => m.Unit).Distinct())
        {
            if (unit.Functions.Count > 0 && _index.TryGetValue(unit.Functions[0], out var f))
            {
                (scores[f] ??= new MatterScore(_topics.Functions[f])).Add(new WordRule(unit.Code), unit.Name, Plain);
            }
        }
    }

    private void AddModel(Judgement judgement, MatterScore?[] scores)
    {
        foreach (var (label, probability) in judgement.Functions)
        {
            if (probability >= _modelFrom && label != "other" && _index.TryGetValue(label, out var f))
            {
                (scores[f] ??= new MatterScore(_topics.Functions[f])).Model = probability * ModelWeight;
            }
        }

        if (judgement.Topics.Count > 0 && judgement.Topics[0].Probability >= _modelFrom
            && _topics.TopicFunctions.FirstOrDefault(t => t.Label == judgement.Topics[0].Label) is { Function: not "other" } topic
            && _index.TryGetValue(topic.Function, out var t))
        {
            (scores[t] ??= new MatterScore(_topics.Functions[t])).Model += TopicWeight * judgement.Topics[0].Probability;
        }
    }

    private void Count(string text, float weight, MatterScore?[] scores, HashSet<int> seen)
    {
        var hits = new List<PhraseHit>();
        _trie.Find(text.AsSpan(0, Math.Min(text.Length, MostCharacters)), hits);
        foreach (var hit in hits)
        {
            // "学校门口违停" is about parking: what only says where counts little.
            var where = WhereWords.Follow(text.AsSpan(hit.Start + hit.Length));
            // Once is enough: a letter that says "物业" thirty times is not thirty times as much about it.
            if (!where && !seen.Add(hit.Phrase))
            {
                continue;
            }

            foreach (var vote in _votes[hit.Phrase])
            {
                var score = scores[vote.Function] ??= new MatterScore(_topics.Functions[vote.Function]);
                score.Add(vote.Rule, text.Substring(hit.Start, hit.Length), vote.Weight * weight * (where ? AsLandmark : hit.Start < Opening ? InOpening : 1));
            }
        }
    }

    private void Learn(int function, WordRule rule, IReadOnlyList<string>? words, float weight)
    {
        foreach (var word in words ?? [])
        {
            var number = _trie.Add(TextFold.Fold(word));
            if (number == _votes.Count)
            {
                _votes.Add([]);
            }

            _votes[number].Add(new Vote(function, rule, weight));
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Vote(int Function, WordRule Rule, float Weight);
}
