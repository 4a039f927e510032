namespace SentimentWatch.Training.Urgency;

/// <summary>Composes varied texts from the grammar, and dresses hand-written lines in the registers of the six channels.</summary>
internal sealed class UrgencyGenerator(Grammar grammar, Random random)
{
    private static readonly string[] NeutralFronts =
    [
        "来电人反映：", "市民来电称，", "网民反映：", "您好，", "领导你好，", "#历城# ", "群众反映，", "@历城发布 ", "[电话]来电，", "尊敬的领导：", "老师您好，", "我是本地居民，",
    ];

    private static readonly string[] NeutralEnds = ["，请处理。", "，请核实。", "，请尽快处理！", "，谢谢。", "。希望尽快解决", "，请派人处理", "，麻烦看看", "！！", "。", "[怒]", "，盼回复", "，急"];

    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);

    /// <summary>Texts of every event of every danger kind in emergency frames.</summary>
    public IEnumerable<UrgencyExample> Emergencies(int perKind) => Framed(2, "frame:emergency", perKind);

    /// <summary>The same events where they are not happening now.</summary>
    public IEnumerable<UrgencyExample> NotNow(int perKind) => Framed(0, "frame:routine", perKind);

    /// <summary>Outages and hazards that want action today, and the same where they do not.</summary>
    public IEnumerable<UrgencyExample> Hazards(int each)
    {
        for (var i = 0; i < each; i++)
        {
            var kind = random.Next(2) == 0 ? "utility" : "hazard";
            var slots = new Dictionary<string, string>(StringComparer.Ordinal) { ["uevent"] = grammar.Pick("event:" + kind, random) };
            yield return Compose(1, kind == "utility" ? "utility-outage" : "hazard", "frame:urgent", slots);
            if (i % 2 == 0)
            {
                yield return Compose(0, "not-now", "frame:routine-utility", slots);
            }
        }
    }

    /// <summary>A hand-written line with its places filled, and as many dressed copies as asked.</summary>
    public IEnumerable<UrgencyExample> Dress(UrgencyExample example, int copies)
    {
        yield return example with { Text = grammar.Fill(example.Text, None, random), Weight = 2f };
        for (var i = 0; i < copies; i++)
        {
            var text = grammar.Fill(example.Text, None, random);
            var front = "";
            var end = "";
            if (random.Next(3) > 0)
            {
                front = example.Level == 2 && random.Next(2) == 0 ? grammar.Pick("front", random) : NeutralFronts[random.Next(NeutralFronts.Length)];
            }
            if (random.Next(2) == 0)
            {
                end = example.Level == 2 && random.Next(2) == 0 ? "，" + grammar.Pick("ask_now", random) : NeutralEnds[random.Next(NeutralEnds.Length)];
            }
            yield return example with { Text = Typo(front + text + end) };
        }
    }

    private IEnumerable<UrgencyExample> Framed(int level, string frames, int perKind)
    {
        foreach (var kind in grammar.EventKinds.Where(k => k is not ("utility" or "hazard")))
        {
            for (var i = 0; i < perKind; i++)
            {
                var slots = new Dictionary<string, string>(StringComparer.Ordinal) { ["event"] = grammar.Pick("event:" + kind, random) };
                yield return Compose(level, kind, frames, slots);
            }
        }
    }

    private UrgencyExample Compose(int level, string kind, string frames, Dictionary<string, string> slots)
    {
        var index = random.Next(grammar.List(frames).Count);
        var text = grammar.Fill(grammar.List(frames)[index], slots, random);
        return new UrgencyExample(level, kind, Typo(text), $"{frames}#{index}");
    }

    // One text in twelve loses a character or has two swapped, as typed on a phone in a hurry.
    private string Typo(string text)
    {
        if (text.Length < 8 || random.Next(12) > 0)
        {
            return text;
        }
        var at = random.Next(1, text.Length - 2);
        return random.Next(2) == 0 ? text.Remove(at, 1) : text[..at] + text[at + 1] + text[at] + text[(at + 2)..];
    }
}
