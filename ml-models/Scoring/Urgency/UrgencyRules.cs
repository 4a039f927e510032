using System.Runtime.CompilerServices;

namespace SentimentWatch.Models.Urgency;

/// <summary>The few readable rules that stand over the trained head.</summary>
internal static class UrgencyRules
{
    // An unmistakable cry (danger and alarm and somebody hurt or trapped, nothing that speaks of the past) is never routine.
    private const float CryFloor = 0.60f;

    // But not when the head is nearly sure that it is none: then the words stand in a long story.
    private const float CryLeast = 0.05f;

    // Danger words that stand only inside figures of speech (热爆炸, 笑死) alarm nobody.
    private const float FigureCap = 0.05f;

    // Being trapped or ill is mostly what a danger of another kind did to people: that other kind names the matter.
    private const float ConsequenceWeight = 0.4f;

    /// <summary>Applies the rules to what the head said about one window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static UrgencyJudge.Score Apply(
        UrgencyJudge.Score score, List<CueHit> inWindow, CueLexicon lexicon)
    {
        var danger = false;
        var groups = 0UL;
        foreach (var hit in inWindow)
        {
            danger |= lexicon.IsDanger(hit.Group);
            groups |= 1UL << hit.Group;
        }
        if (danger && OnlyFigures(inWindow, lexicon))
        {
            return score with { Emergency = Math.Min(score.Emergency, FigureCap), Urgent = Math.Min(score.Urgent, FigureCap) };
        }
        bool Has(string group) => (groups & (1UL << lexicon.IndexOf(group))) != 0;
        if (danger && score.Emergency is >= CryLeast and < CryFloor && Has("@alarm") && Has("@now")
            && !Has("@past") && !Has("@drill") && !Has("@fiction") && !Has("@metaphor") && !Has("@thanks") && !Has("@wish") && !Has("@ask") && !Has("@news"))
        {
            return score with { Emergency = CryFloor, Urgent = Math.Max(score.Urgent, CryFloor) };
        }
        return score;
    }

    // A figure of speech must hold the whole danger word and more: 热爆炸 holds 爆炸, but the 燃 of slang stands inside 燃气味 itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool OnlyFigures(List<CueHit> hits, CueLexicon lexicon)
    {
        var metaphor = lexicon.IndexOf("@metaphor");
        foreach (var hit in hits)
        {
            if (lexicon.IsDanger(hit.Group) && !IsHeld(hit, hits, metaphor))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsHeld(CueHit hit, List<CueHit> hits, int metaphor)
    {
        foreach (var m in hits)
        {
            if (m.Group == metaphor && m.Length > hit.Length && m.Start <= hit.Start && m.Start + m.Length >= hit.Start + hit.Length)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The danger kind of a window by its cue words: longest words weigh most; null when there is none.</summary>
    public static string? Kind(IReadOnlyList<CueHit> hits, int start, int end, CueLexicon lexicon)
    {
        string? best = null;
        var bestWeight = 0f;
        foreach (var kind in DangerKinds.All)
        {
            var group = lexicon.IndexOf(kind);
            var weight = 0f;
            foreach (var hit in hits)
            {
                if (hit.Group == group && hit.Start >= start && hit.Start + hit.Length <= end)
                {
                    weight += kind is "trapped" or "disease" ? hit.Length * ConsequenceWeight : hit.Length;
                }
            }
            if (weight > bestWeight)
            {
                (best, bestWeight) = (kind, weight);
            }
        }
        return best;
    }
}
