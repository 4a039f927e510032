using SentimentWatch.Models.Background;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Events;

/// <summary>Draws sketches. One instance a thread: it reuses its buffers.</summary>
/// <param name="tables">What is shared by all sketchers.</param>
public sealed class Sketcher(SketchTables tables)
{
    private const int MostTitle = 300;
    private const int MostBody = 2_500;
    private const int Opening = 80;
    private const float InTitle = 2;
    private const float InOpening = 1.4f;
    private const float BesideEnding = 1.3f;
    private const float KindFactor = 2;
    private const int NameReach = 3;
    private const float Seam = 0.35f;
    private const float HalfSeam = 0.75f;
    private const float Word = 4;
    private const float LooseWord = 2;
    private const float Loose = 0.4f;
    private const float WordBelow = 10.5f;
    private const float Nothing = -1;

    private readonly TermUnits _units = new();
    private readonly TermPicker _anchors = new(Sketch.MostAnchors);
    private readonly TermPicker _issues = new(Sketch.MostIssues);
    private readonly List<FoundPlace> _places = [];
    private bool _principal;
    private (uint Key, float Rarity)[] _pairs = new (uint, float)[512];
    private bool[] _endings = new bool[512];

    /// <summary>The sketch of a record; the same record always has the same.</summary>
    public Sketch Draw(RecordFields record)
    {
        ArgumentNullException.ThrowIfNull(record);
        _anchors.Clear();
        _issues.Clear();
        _principal = false;
        AddPlaces(record);
        Read(record.Title, MostTitle, InTitle, InTitle, principal: true);
        Read(record.Place, MostTitle, InTitle, InTitle, principal: true);
        Read(record.Body, MostBody, InOpening, 1, principal: false);
        Span<(int Kind, float Weight)> kinds = stackalloc (int, float)[Troubles.Most];
        kinds = kinds[..tables.Troubles.Find(record.Title, record.Body, kinds)];
        foreach (var (kind, weight) in kinds)
        {
            _issues.Add(SketchTables.KeyOfKind(kind), SketchTables.KindRarity, KindFactor * weight);
        }

        var anchors = _anchors.Pick();
        var issues = _issues.Pick();
        var keys = SketchKeys.Of(anchors, kinds);
        var terms = new uint[anchors.Length + issues.Length];
        var weights = new byte[terms.Length];
        Fill(anchors, terms.AsSpan(0, anchors.Length), weights.AsSpan(0, anchors.Length));
        Fill(issues, terms.AsSpan(anchors.Length), weights.AsSpan(anchors.Length));
        return new Sketch(terms, weights, anchors.Length, keys);
    }

    private static void Fill(ReadOnlySpan<TermPicker.Term> picked, Span<uint> terms, Span<byte> weights)
    {
        var norm = 0f;
        foreach (var term in picked)
        {
            norm += term.Weight * term.Weight;
        }

        norm = MathF.Sqrt(norm);
        for (var i = 0; i < picked.Length; i++)
        {
            terms[i] = picked[i].Key;
            weights[i] = (byte)((Math.Clamp((int)MathF.Round(picked[i].Weight / norm * byte.MaxValue), Sketch.Flags + 1, byte.MaxValue) & ~Sketch.Flags) | picked[i].Flags);
        }

        terms.Sort(weights);
    }

    private void Read(string? text, int most, float opening, float later, bool principal)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        _units.Clear();
        _units.Add(text, most);
        var pairs = Weigh();
        var runEnd = principal ? pairs.Length : _principal ? -1 : FirstNameEnd(pairs);
        for (var i = 0; i < pairs.Length; i++)
        {
            var (key, rarity) = pairs[i];
            if (TermUnits.IsWord(_units.Codes[i + 1]))
            {
                AddWord(i + 1, i < runEnd, i < Opening ? opening : later);
            }

            if (key != 0)
            {
                AddCommonName(pairs, i, i < runEnd, i < Opening ? opening : later);
            }

            if (rarity < SketchTables.IssueFrom || tables.Boilerplate.IsSilent(key))
            {
                continue;
            }

            var factor = i < Opening ? opening : later;
            if (rarity >= SketchTables.AnchorFrom && !tables.Boilerplate.IsBroad(key))
            {
                var place = PlaceOf(pairs, i);
                var named = place is NamePlace.Name or NamePlace.Before || (principal && place == NamePlace.None && InRareRun(pairs, i));
                var flags = !named ? 0 : i < runEnd ? Sketch.Named | Sketch.Principal : Sketch.Named;
                _principal |= (flags & Sketch.Principal) != 0;
                _anchors.Add(key, rarity - SketchTables.AnchorBase, factor * (place == NamePlace.Name ? BesideEnding : NameFactor(pairs, i)), flags);
                if (place == NamePlace.Name && i + 1 < pairs.Length && _endings[i + 2])
                {
                    AddSound(i, factor, flags);
                }
            }
            else if (!IsNamePart(pairs, i))
            {
                var cohesion = tables.CohesionOf(_units.Codes[i], _units.Codes[i + 1], rarity);
                _issues.Add(key, MathF.Min(rarity, SketchTables.IssueTo) - SketchTables.IssueBase, cohesion < Word ? factor * Loose : factor);
            }
        }
    }

    // Pair i stands before unit i + 1; where a break stands its key is 0 and its rarity negative.
    private ReadOnlySpan<(uint Key, float Rarity)> Weigh()
    {
        var codes = _units.Codes;
        if (_pairs.Length < codes.Length)
        {
            _pairs = new (uint, float)[codes.Length * 2];
            _endings = new bool[codes.Length * 2];
        }

        for (var i = 1; i < codes.Length; i++)
        {
            var key = TermUnits.Pair(codes[i - 1], codes[i]);
            _pairs[i - 1] = (key, key == 0 ? Nothing : tables.RarityOf(key));
        }

        var pairs = _pairs.AsSpan(0, Math.Max(0, codes.Length - 1));
        for (var i = 0; i < codes.Length; i++)
        {
            _endings[i] = IsEnding(pairs, i);
        }

        return pairs;
    }

    // "白云路", "学士路": the pairs are everyday words, but before this ending they are not.
    private void AddCommonName(ReadOnlySpan<(uint Key, float Rarity)> pairs, int pair, bool principal, float factor)
    {
        if (CommonName(pairs, pair) is not 0 and var name && tables.RarityOf(name) is >= SketchTables.AnchorFrom and var rarity)
        {
            _principal |= principal;
            _anchors.Add(name, rarity - SketchTables.AnchorBase, factor * BesideEnding, principal ? Sketch.Named | Sketch.Principal : Sketch.Named);
        }
    }

    // "207路", "K171", "58车贷": a word of letters and digits is a name by itself, whatever stands beside it.
    private void AddWord(int unit, bool principal, float factor)
    {
        var key = TermUnits.Unit(_units.Codes[unit]);
        if (tables.RarityOf(key) is >= SketchTables.WordFrom and var rarity)
        {
            var named = unit + 1 < _units.Count && _endings[unit + 1];
            _principal |= named && principal;
            _anchors.Add(key, MathF.Max(1, rarity - SketchTables.AnchorBase), factor * (named ? BesideEnding : 1), !named ? 0 : principal ? Sketch.Named | Sketch.Principal : Sketch.Named);
        }
    }

    private uint CommonName(ReadOnlySpan<(uint Key, float Rarity)> pairs, int pair) =>
        pair + 1 < pairs.Length && pairs[pair + 1].Key != 0
            && pairs[pair].Rarity < SketchTables.AnchorFrom && pairs[pair + 1].Rarity < SketchTables.AnchorFrom
            && _endings[pair + 2] && !tables.Endings.IsPair(pairs[pair].Key) && !tables.Endings.IsPair(pairs[pair + 1].Key)
            && !tables.Endings.IsBefore(pairs[pair].Key) && !tables.Boilerplate.IsSilent(pairs[pair].Key)
            && tables.CohesionOf(_units.Codes[pair], _units.Codes[pair + 1], pairs[pair].Rarity) >= LooseWord
            ? NameAt(pair)
            : 0;

    // A rare name once more by its sound, for those who write it otherwise.
    private void AddSound(int pair, float factor, int flags)
    {
        if (NameAt(pair) is not 0 and var name && tables.RarityOf(name) is >= SketchTables.AnchorFrom and var rarity)
        {
            _anchors.Add(name, rarity - SketchTables.AnchorBase, factor * BesideEnding, flags);
        }
    }

    private uint NameAt(int pair) => tables.Syllables.Name(_units.Codes[pair], _units.Codes[pair + 1], _units.Codes[pair + 2]);

    // Where the first name of a text ends.
    private int FirstNameEnd(ReadOnlySpan<(uint Key, float Rarity)> pairs)
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i].Key != 0 && ((pairs[i].Rarity >= SketchTables.AnchorFrom && !tables.Boilerplate.IsSilent(pairs[i].Key) && PlaceOf(pairs, i) == NamePlace.Name)
                || (CommonName(pairs, i) is not 0 and var name && tables.RarityOf(name) >= SketchTables.AnchorFrom)))
            {
                return i + NameReach;
            }
        }

        return -1;
    }

    // A rare pair between two everyday words is where they meet, not a name.
    private static float NameFactor(ReadOnlySpan<(uint Key, float Rarity)> pairs, int at) =>
        ((IsWord(pairs, at - 1) ? 1 : 0) + (IsWord(pairs, at + 1) ? 1 : 0)) switch { 2 => Seam, 1 => HalfSeam, _ => 1 };

    private static bool IsWord(ReadOnlySpan<(uint Key, float Rarity)> pairs, int at) =>
        at >= 0 && at < pairs.Length && pairs[at].Rarity is > Nothing and < WordBelow;

    // "富绿新村": beside 绿新 the everyday pair 新村 belongs to the name and says nothing of what is wrong.
    private bool IsNamePart(ReadOnlySpan<(uint Key, float Rarity)> pairs, int at) => IsName(pairs, at - 1) || IsName(pairs, at + 1);

    private bool IsName(ReadOnlySpan<(uint Key, float Rarity)> pairs, int at) =>
        at >= 0 && at < pairs.Length && pairs[at].Rarity >= SketchTables.AnchorFrom && (PlaceOf(pairs, at) != NamePlace.None || NameFactor(pairs, at) > HalfSeam);

    // What a rare pair is to a name: "富惠天下商务" has the ending 商务, before it 天下, and 惠天 one unit earlier.
    private NamePlace PlaceOf(ReadOnlySpan<(uint Key, float Rarity)> pairs, int pair)
    {
        for (var ahead = 1; ahead <= 2 && pair + ahead < pairs.Length && pairs[pair + ahead].Key != 0; ahead++)
        {
            if (_endings[pair + ahead + 1])
            {
                if (tables.Endings.IsBefore(pairs[pair + ahead - 1].Key))
                {
                    return NamePlace.Seam;
                }

                // Before a rarer pair it may be the last unit of a verb: "请问盛湖中学".
                return ahead == 1 ? NamePlace.Name
                    : pairs[pair + 1].Rarity >= SketchTables.AnchorFrom && IsWord(pairs, pair - 1) ? NamePlace.Seam
                    : NamePlace.Before;
            }
        }

        // The pair of a name's last unit and its ending is shared by many names; it stands for the name only where nothing rarer does.
        return _endings[pair + 1] ? (IsOnlySign(pairs, pair) ? NamePlace.Name : NamePlace.Seam) : NamePlace.None;
    }

    // "温斯顿", "万润滨江": in a title three units that everyday texts never hold together are a name without any ending.
    private bool InRareRun(ReadOnlySpan<(uint Key, float Rarity)> pairs, int at) =>
        NameFactor(pairs, at) >= HalfSeam && (IsRare(pairs, at - 1) || IsRare(pairs, at + 1));

    private bool IsRare(ReadOnlySpan<(uint Key, float Rarity)> pairs, int at) =>
        at >= 0 && at < pairs.Length && pairs[at].Rarity >= SketchTables.AnchorFrom && !tables.Boilerplate.IsSilent(pairs[at].Key);

    private bool IsOnlySign(ReadOnlySpan<(uint Key, float Rarity)> pairs, int pair) =>
        TermUnits.IsWord(_units.Codes[pair])
        || (pair > 0 && pairs[pair - 1].Key != 0 && pairs[pair - 1].Rarity < SketchTables.AnchorFrom
            && !_endings[pair - 1] && !tables.Endings.IsBefore(pairs[pair - 1].Key));

    private bool IsEnding(ReadOnlySpan<(uint Key, float Rarity)> pairs, int unit) =>
        tables.Endings.StartsAt(
            _units.Codes[unit],
            unit + 1 < _units.Count ? _units.Codes[unit + 1] : TermUnits.Break,
            unit < pairs.Length ? pairs[unit].Key : 0,
            unit + 1 < pairs.Length ? pairs[unit + 1].Key : 0);

    private enum NamePlace
    {
        None,
        Seam,
        Before,
        Name,
    }

    private void AddPlaces(RecordFields record)
    {
        AddPlaces(record.Place, InTitle, principal: true);
        AddPlaces(record.Title, InTitle, principal: true);
        var opening = Math.Min(record.Body.Length, Opening);
        AddPlaces(record.Body[..opening], InOpening, principal: !_principal);
        AddPlaces(record.Body[opening..Math.Min(record.Body.Length, MostBody)], 1, principal: false);
    }

    private void AddPlaces(string? text, float factor, bool principal)
    {
        _places.Clear();
        tables.Places.Search(text, 0, _places);
        foreach (var (entry, _) in _places)
        {
            if (entry.Rank < PlaceIndex.StreetRank && !tables.Endings.AreAll(entry.Name))
            {
                _principal |= principal;
                _anchors.Add(SketchTables.KeyOf(entry.Name), SketchTables.PlaceRarity(entry.Rank), factor, principal ? Sketch.Named | Sketch.Principal : Sketch.Named);
            }
        }
    }
}
