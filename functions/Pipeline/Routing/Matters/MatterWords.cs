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
    private const int PairReach = 12;
    private const char PairMark = '…';

    private readonly PhraseTrie _trie = new();
    private readonly List<List<Vote>> _votes = [];

    // By first half: "工资…不发" speaks for labour when both stand near each other, in this order.
    private readonly Dictionary<int, List<(string Second, Vote Vote)>> _pairs = [];
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

            var factor = weight * (where ? AsLandmark : hit.Start < Opening ? InOpening : 1);
            foreach (var vote in _votes[hit.Phrase])
            {
                Add(scores, vote, text.Substring(hit.Start, hit.Length), factor);
            }

            if (_pairs.TryGetValue(hit.Phrase, out var pairs))
            {
                CountPairs(text, hit, pairs, factor, scores);
            }
        }
    }

    private void CountPairs(string text, PhraseHit hit, List<(string Second, Vote Vote)> pairs, float factor, MatterScore?[] scores)
    {
        var from = hit.Start + hit.Length;
        var reach = text.AsSpan(from, Math.Min(PairReach, text.Length - from));
        foreach (var (second, vote) in pairs)
        {
            if (reach.IndexOf(second, StringComparison.Ordinal) is >= 0 and var at && !reach[..at].Contains('。'))
            {
                Add(scores, vote, string.Concat(text.AsSpan(hit.Start, hit.Length), "…", second), factor);
            }
        }
    }

    private void Add(MatterScore?[] scores, Vote vote, string word, float factor) =>
        (scores[vote.Function] ??= new MatterScore(_topics.Functions[vote.Function])).Add(vote.Rule, word, vote.Weight * factor);

    private void Learn(int function, WordRule rule, IReadOnlyList<string>? words, float weight)
    {
        foreach (var word in words ?? [])
        {
            var parts = TextFold.Fold(word).Split(PairMark);
            var number = _trie.Add(parts[0]);
            if (number == _votes.Count)
            {
                _votes.Add([]);
            }

            var vote = new Vote(function, rule, weight);
            if (parts.Length == 1)
            {
                _votes[number].Add(vote);
            }
            else if (_pairs.TryGetValue(number, out var pairs))
            {
                pairs.Add((parts[1], vote));
            }
            else
            {
                _pairs[number] = [(parts[1], vote)];
            }
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Vote(int Function, WordRule Rule, float Weight);
}
