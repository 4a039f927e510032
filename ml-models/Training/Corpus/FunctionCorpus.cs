using SentimentWatch.Models;

namespace SentimentWatch.Training.Corpus;

/// <summary>
/// Weak labels for the owner-facing function: the department at the head of an answer where one can be read, else readable
/// keyword rules that must agree clearly; and own sentences.
/// </summary>
internal sealed class FunctionCorpus
{
    private const int HeadLength = 220;
    private const int LeastVotes = 6;
    private readonly List<(int Code, int Strength, string[] Words)> _rules;
    private readonly List<(int Code, string[] Names)> _departments;

    /// <summary>Reads the rules.</summary>
    public FunctionCorpus()
    {
        _rules = [.. OwnData.Fields("function-rules.tsv").Select(f => (Code(f[0]), int.Parse(f[1], System.Globalization.CultureInfo.InvariantCulture), Words(f[2])))];
        _departments = [.. OwnData.Fields("departments.tsv").Select(f => (Code(f[0]), Words(f[1])))];
    }

    /// <summary>The function codes of the contract.</summary>
    public static readonly string[] Labels =
    [
        "housing", "urban-management", "environment", "transport", "traffic-police", "public-security", "education", "health",
        "medical-insurance", "labour", "civil-affairs", "natural-resources", "market-supervision", "agriculture-water",
        "emergency-management", "fire-rescue", "utilities", "housing-fund", "culture-tourism", "commerce", "tax", "finance",
        "development-reform", "justice", "veterans", "data-services", "petition-office", "publicity-cyberspace", "street-office", "other",
    ];

    /// <summary>Own sentences.</summary>
    public static List<Sample> Own(float weight) =>
    [
        .. OwnData.Fields("function-records.tsv").Select(f => new Sample("own", new JudgeInput(f[1], f[2], "hotline"), Code(f[0]), weight)),
        .. OwnData.Fields("function-examples.tsv").SelectMany(f => f[1].Split('|').Select(t => new Sample("own", new JudgeInput(null, t, "hotline"), Code(f[0]), weight))),
    ];

    /// <summary>Messages whose rules agree clearly.</summary>
    public List<Sample> ByRules(IEnumerable<Sample> messages) =>
        [.. messages.Select(m => m with { Label = Vote(m.Input) }).Where(m => m.Label >= 0)];

    /// <summary>Answered messages whose department can be read in the head of the answer.</summary>
    public List<Sample> ByReplies(string data)
    {
        var samples = new List<Sample>();
        foreach (var row in CsvTable.Read(Path.Combine(data, "replies", "replied_dev.csv")))
        {
            var label = Department(row["reply"]);
            if (label >= 0)
            {
                samples.Add(new Sample(row["id"], new JudgeInput(row["title"], row["detail"], "minsheng"), label));
            }
        }
        return samples;
    }

    private int Department(string reply)
    {
        var head = reply[..Math.Min(HeadLength, reply.Length)];
        var best = -1;
        var bestAt = int.MaxValue;
        foreach (var (code, names) in _departments)
        {
            foreach (var name in names)
            {
                var at = head.IndexOf(name, StringComparison.Ordinal);
                if (at >= 0 && at < bestAt)
                {
                    (best, bestAt) = (code, at);
                }
            }
        }
        return best;
    }

    private int Vote(JudgeInput input)
    {
        var votes = new int[Labels.Length];
        foreach (var (code, strength, words) in _rules)
        {
            foreach (var word in words)
            {
                votes[code] += input.Title?.Contains(word, StringComparison.Ordinal) == true ? 3 * strength : 0;
                votes[code] += input.Body.Contains(word, StringComparison.Ordinal) ? strength : 0;
            }
        }
        var order = Enumerable.Range(0, votes.Length).OrderByDescending(c => votes[c]).ToArray();
        return votes[order[0]] >= LeastVotes && votes[order[0]] * 2 >= votes[order[1]] * 3 ? order[0] : -1;
    }

    private static int Code(string code) => Array.IndexOf(Labels, code) is >= 0 and var index ? index : throw new TrainingException($"Function code {code} in Data/ is not one of the contract; correct it there.");

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
