using System.Text.RegularExpressions;
using SentimentWatch.Pipeline.Records;

namespace SentimentWatch.Pipeline.Insights;

/// <summary>What residents say, in words of their own.</summary>
/// <param name="Text">A clause of one record, masked; hostile where it is shown.</param>
/// <param name="Records">Records with a clause that says much the same, this one included.</param>
/// <param name="Negative">Of them negative.</param>
public sealed record Concern(string Text, int Records, int Negative);

/// <summary>
/// Picks the most central clauses of a set of records: those that many of these records say in much the same words, and other records seldom.
/// Nothing is rewritten; what informs against someone is never quoted, and neither are greetings and requests that any letter has.
/// </summary>
internal static partial class ConcernPhrases
{
    private const int Shortest = 6, Longest = 26, LongestCounted = 80, LeastGrams = 4, Candidates = 200, MaxRecords = 4_000;

    // Clauses say much the same when one has this share of the other's pairs of characters.
    private const double Same = 0.55;

    private static readonly char[] Ends = ['。', '！', '？', '；', '，', '、', '：', ',', ';', '!', '?', ':', '.', '…', '\n', '\r', '“', '”', '"', '（', '）', '(', ')', '【', '】', '#'];

    /// <summary>At most <paramref name="count"/> clauses, that of most records first; one that a single record says is left out.</summary>
    /// <param name="records">The records.</param>
    /// <param name="known">Words that all of them have, because they were found by them: these make no clause central.</param>
    /// <param name="background">How other records speak.</param>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<Concern> Pick(IReadOnlyList<PolicyRecord> records, IEnumerable<string> known, GramCounts background, int count)
    {
        var trite = known.SelectMany(word => GramCounts.GramsOf(WordMatch.Fold(word))).ToHashSet();
        var clauses = records.Where(record => !record.IsReport).Take(MaxRecords)
            .SelectMany(record => ClausesOf(record), (record, text) => new Clause(record, text, [.. GramCounts.GramsOf(WordMatch.Fold(text)).Where(gram => !trite.Contains(gram))]))
            .Where(clause => clause.Grams.Length >= LeastGrams)
            .ToList();
        var places = Index(clauses);

        // Common here, rare elsewhere, and a little in favour of clauses that say a whole thing.
        double ScoreOf(Clause clause) => clause.Grams.Sum(gram => places[gram].Count < 2
            ? 0
            : Math.Log(places[gram].Count) * Math.Log(Math.E * (background.Total + 2.0) / (background.Of(gram) + 1.0))) / (clause.Grams.Length + 4);

        var ranked = clauses
            .Where(clause => clause.MayBeQuoted)
            .DistinctBy(clause => clause.Text, StringComparer.Ordinal)
            .Select(clause => (Clause: clause, Score: ScoreOf(clause)))
            .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Clause.Text, StringComparer.Ordinal)
            .Take(Candidates)
            .Select(pair => (pair.Clause, pair.Score, Said: Alike(pair.Clause, clauses, places)))
            .Where(pair => pair.Said.Count > 1)
            .OrderByDescending(pair => pair.Said.Count * pair.Score).ThenBy(pair => pair.Clause.Text, StringComparer.Ordinal);

        var picked = new List<(Clause Clause, HashSet<PolicyRecord> Said)>();
        foreach (var (clause, _, said) in ranked)
        {
            if (picked.TrueForAll(other => Differ(other.Clause, clause) && said.Count(other.Said.Contains) * 2 < Math.Min(said.Count, other.Said.Count) + 1))
            {
                picked.Add((clause, said));
            }

            if (picked.Count == count)
            {
                break;
            }
        }

        return
        [
            .. picked.OrderByDescending(pair => pair.Said.Count).ThenBy(pair => pair.Clause.Text, StringComparer.Ordinal)
                .Select(pair => new Concern(pair.Clause.Text, pair.Said.Count, pair.Said.Count(record => record.IsNegative))),
        ];
    }

    private static IEnumerable<string> ClausesOf(PolicyRecord record) =>
        from part in $"{record.Title}\n{PlainText.Clean(record.Body, keepLines: true)}".Split(Ends, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let clause = PlainText.Clean(part, keepLines: false)
        where clause.Length is >= Shortest and <= LongestCounted && !Request().IsMatch(clause)
        select clause;

    private static Dictionary<int, List<int>> Index(List<Clause> clauses)
    {
        var places = new Dictionary<int, List<int>>();
        for (var i = 0; i < clauses.Count; i++)
        {
            foreach (var gram in clauses[i].Grams)
            {
                if (!places.TryGetValue(gram, out var at))
                {
                    places[gram] = at = [];
                }

                at.Add(i);
            }
        }

        return places;
    }

    private static HashSet<PolicyRecord> Alike(Clause clause, List<Clause> clauses, Dictionary<int, List<int>> places)
    {
        var shared = new Dictionary<int, int>();
        foreach (var at in clause.Grams.SelectMany(gram => places[gram]))
        {
            shared[at] = shared.GetValueOrDefault(at) + 1;
        }

        return [.. shared.Where(pair => pair.Value >= clause.Grams.Length * Same).Select(pair => clauses[pair.Key].Record)];
    }

    private static bool Differ(Clause one, Clause other) =>
        one.Grams.Intersect(other.Grams).Count() < Same * Math.Min(one.Grams.Length, other.Grams.Length);

    // Masked parts, accounts and addresses say nothing.
    [GeneratedRegex(@"[*@<>]|//|^\d+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Unfit();

    // What ends any letter: "希望有关部门尽快处理", "要求相关部门核实".
    [GeneratedRegex(@"^(现|特)?(要求|希望|请求|恳请|恳求|烦请|敬请|盼望|盼|望|请)(您|你|贵|领导|政府|区里|市里|各级|有关|相关|部门|单位|能|给予|帮忙|予以|尽快|尽早|及时|早日|依法|认真|核实|调查|重视|关注|督促|协调|监督|处理|解决|答复|回复|回应|一下|我们|为盼|此事|问题|这个|这件事|谢谢|并|和|与|的)+$|^(谢谢|感谢)(您|你|领导|政府|各位|大家)*$|^尊敬的|^您好|^你好", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Request();

    private sealed record Clause(PolicyRecord Record, string Text, int[] Grams)
    {
        // What is long or has masked parts, accounts or markup in it is counted, and others speak for it.
        public bool MayBeQuoted => Text.Length <= Longest && !Unfit().IsMatch(Text);
    }
}
