using System.Runtime.InteropServices;

namespace SentimentWatch.Pipeline.Routing;

/// <summary>A spot in a text that speaks of a unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Start">Where its name starts.</param>
/// <param name="Length">How long the name is.</param>
/// <param name="IsPlace">True when the name only says where (派出所对面).</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UnitMention(Unit Unit, int Start, int Length, bool IsPlace);

/// <summary>Finds units by name. A name is known as it stands, without its leading 区, and behind the district's and the city's name.</summary>
internal sealed class UnitNames
{
    // "唐冶街道工作人员" means the office, though its name is not whole.
    private static readonly string[] OfficeWords =
    [
        "工作人员", "领导", "干部", "书记", "主任", "党工委", "执法", "城管", "安监", "民政", "信访", "纪工委", "的工作人员", "的领导", "的干部", "某领导", "某干部", "有关人员", "相关人员", "副主任", "副书记", "不作为",
    ];

    private readonly PhraseTrie _trie = new();
    private readonly List<Unit> _units = [];
    private readonly Dictionary<string, Unit> _exact = new(StringComparer.Ordinal);
    private readonly string[] _prefixes;
    private readonly string _city;

    public UnitNames(IReadOnlyList<Unit> units, string city, string district)
    {
        _city = city;
        _prefixes = [city + district, district, district.TrimEnd('区', '县', '市')];
        // Official names first: where two units share a short name, the official one keeps it.
        foreach (var unit in units)
        {
            Learn(unit, unit.Name);
        }

        foreach (var unit in units)
        {
            foreach (var name in unit.ShortNames)
            {
                Learn(unit, name);
            }
        }
    }

    public Unit? Resolve(string? name)
    {
        var text = TextFold.Fold((name ?? "").Trim());
        if (text.Length == 0)
        {
            return null;
        }

        if (_exact.TryGetValue(text, out var unit))
        {
            return unit;
        }

        // "市住建局" on a district's desk is the district's own counterpart.
        if (text[0] == '市' && _exact.TryGetValue(text[1..], out unit))
        {
            return unit;
        }

        if (text.StartsWith(_city, StringComparison.Ordinal) && text.Length > _city.Length && _exact.TryGetValue(text[_city.Length..], out unit))
        {
            return unit;
        }

        UnitMention? longest = null;
        foreach (var mention in Mentions(text))
        {
            if (longest is null || mention.Length > longest.Value.Length)
            {
                longest = mention;
            }
        }

        return longest?.Unit;
    }

    public List<UnitMention> Mentions(string text)
    {
        var hits = new List<PhraseHit>();
        _trie.Find(text, hits);
        var mentions = new List<UnitMention>(hits.Count);
        foreach (var hit in hits)
        {
            mentions.Add(new UnitMention(
                _units[hit.Phrase], hit.Start, hit.Length, WhereWords.Follow(text.AsSpan(hit.Start + hit.Length))));
        }

        return mentions;
    }

    private void Learn(Unit unit, string name)
    {
        name = TextFold.Fold(name);
        if (unit.Kind == UnitKinds.Street && name.EndsWith("街道", StringComparison.Ordinal))
        {
            foreach (var word in OfficeWords)
            {
                Put(unit, name + word, name + "办");
            }
        }

        var bare = name[0] == '区' && name.Length > 2 ? name[1..] : name;
        Put(unit, name, name);
        Put(unit, bare, name);
        foreach (var prefix in _prefixes)
        {
            Put(unit, prefix + bare, name);
            Put(unit, prefix + name, name);
        }
    }

    private void Put(Unit unit, string form, string name)
    {
        if (!_exact.TryAdd(form, unit))
        {
            return;
        }

        // "王舍人街道" in a text is a place; only "王舍人街道办" is the office.
        if (unit.Kind != UnitKinds.Street || name.Contains('办', StringComparison.Ordinal) || name.Contains("政府", StringComparison.Ordinal))
        {
            if (_trie.Add(form) == _units.Count)
            {
                _units.Add(unit);
            }
        }
    }
}
