using SentimentWatch.Models.Background;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Events;

/// <summary>What all sketchers share: the background table, the district's places and words. Immutable, thread-safe.</summary>
public sealed class SketchTables
{
    /// <summary>From this rarity (binary logarithm of one over the share of texts) a pair is an anchor: in about one text of 4,000 or less.</summary>
    internal const float AnchorFrom = 12;

    /// <summary>From this rarity a pair says something: in less than one text of 45.</summary>
    internal const float IssueFrom = 5.5f;

    /// <summary>From this rarity a word of letters and digits is an anchor by itself.</summary>
    internal const float WordFrom = 11;

    /// <summary>Rarity that an anchor's weight starts from.</summary>
    internal const float AnchorBase = 9.5f;

    /// <summary>Rarity that an issue's weight starts from.</summary>
    internal const float IssueBase = 3;

    /// <summary>Above this rarity an issue weighs no more: rarer ones are mostly turns of phrase.</summary>
    internal const float IssueTo = 9.5f;

    /// <summary>What a kind of trouble weighs.</summary>
    internal const float KindRarity = 6;

    private const uint Kinds = 0xC1A5_5000u;
    private const uint KindMask = 0xFFFF_FF00u;

    // What a known place weighs, by rank: estate, community, village, landmark, road.
    private static readonly float[] PlaceRarities = [9, 8, 8, 6, 5];

    private readonly BackgroundTable _background;
    private readonly float[] _rarities;
    private readonly float[] _unitRarities;

    /// <summary>Makes the tables.</summary>
    public SketchTables(BackgroundTable background, District district)
    {
        ArgumentNullException.ThrowIfNull(background);
        ArgumentNullException.ThrowIfNull(district);
        _background = background;
        var texts = MathF.Log2(Math.Max(2, background.Texts));
        _rarities = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(level => texts - (level / (float)BackgroundTable.LevelsPerDoubling))];
        _unitRarities = [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => RarityOf(TermUnits.Unit(code)))];
        Places = new PlaceIndex(district.Areas);
        Boilerplate = new Boilerplate(district.Areas);
    }

    /// <summary>Names of places.</summary>
    internal PlaceIndex Places { get; }

    /// <summary>Kinds of trouble.</summary>
    internal Troubles Troubles { get; } = new();

    /// <summary>How names sound.</summary>
    internal Syllables Syllables { get; } = new();

    /// <summary>What ends names.</summary>
    internal NameEndings Endings { get; } = new();

    /// <summary>What says nothing.</summary>
    internal Boilerplate Boilerplate { get; }

    /// <summary>How rare a pair is, in bits.</summary>
    internal float RarityOf(uint pair) => _rarities[_background.Level(pair)];

    /// <summary>How much oftener two units stand together than chance would have it, in bits: high for a word, low where two words meet.</summary>
    internal float CohesionOf(int first, int second, float rarity) =>
        UnitRarity(first) + UnitRarity(second) - rarity;

    private float UnitRarity(int code) => code < _unitRarities.Length ? _unitRarities[code] : RarityOf(TermUnits.Unit(code));

    /// <summary>What a known place weighs.</summary>
    internal static float PlaceRarity(int rank) => PlaceRarities[rank];

    /// <summary>The term of a kind of trouble.</summary>
    internal static uint KeyOfKind(int kind) => Kinds + (uint)kind;

    /// <summary>True for the term of a kind of trouble.</summary>
    internal static bool IsKind(uint term) => (term & KindMask) == Kinds;

    /// <summary>The term of a known place, whatever it is called in a text.</summary>
    internal static uint KeyOf(string name)
    {
        var hash = 0x811C9DC5u;
        foreach (var unit in name)
        {
            hash = (hash ^ unit) * 0x01000193u;
        }

        return hash ^ 0x5A5A_5A5Au;
    }
}
