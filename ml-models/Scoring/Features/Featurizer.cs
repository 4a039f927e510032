using SentimentWatch.Models.Text;

namespace SentimentWatch.Models.Features;

/// <summary>
/// Turns folded text into hashed features. Training and scoring both call this, so they cannot differ.
/// </summary>
internal static class Featurizer
{
    /// <summary>Longest character n-gram.</summary>
    public const int LongestGram = 4;

    /// <summary>Longest n-gram of an urgency window: longer ones would only learn single sentences by heart.</summary>
    public const int LongestWindowGram = 2;

    private const uint TitleSalt = 0x5BD1E995u;
    private const uint SkipSalt = 0x27D4EB2Fu;
    private const uint TokenSalt = 0x165667B1u;
    private const uint CueSalt = 0x85EBCA6Bu;
    private const uint PairSalt = 0xC2B2AE35u;
    private const int LongestToken = 8;

    /// <summary>Fills the groups Text, Title and Extra from a whole record.</summary>
    public static void Record(FoldedText text, string channel, FeatureBag bag)
    {
        bag.Clear();
        var units = text.Units;
        Grams(units, 0, bag, FeatureGroup.Text);
        Grams(units[..text.TitleLength], TitleSalt, bag, FeatureGroup.Title);
        bag.Open((units.Length * 3) + 2);
        SkipPairs(units, bag);
        Tokens(units, bag);
        bag.Add(Mix(TokenSalt ^ (IsMicroblog(channel) ? 1u : 2u)));
        bag.Close(FeatureGroup.Extra);
    }

    /// <summary>Fills the groups Text and Cue from a window of a record.</summary>
    public static void Window(ReadOnlySpan<char> units, ReadOnlySpan<int> cueGroups, FeatureBag bag)
    {
        bag.Clear();
        Grams(units, 0, bag, FeatureGroup.Text, LongestWindowGram);
        bag.Open(cueGroups.Length * (cueGroups.Length + 1));
        for (var i = 0; i < cueGroups.Length; i++)
        {
            bag.Add(Mix(CueSalt + (uint)cueGroups[i]));
            for (var j = i + 1; j < cueGroups.Length; j++)
            {
                bag.Add(Mix(PairSalt + ((uint)cueGroups[i] << 8) + (uint)cueGroups[j]));
            }
        }
        bag.Close(FeatureGroup.Cue);
    }

    /// <summary>Hash of one n-gram of the Text group, as <see cref="Record"/> makes it.</summary>
    public static uint GramKey(ReadOnlySpan<char> gram)
    {
        var hash = 0u;
        foreach (var unit in gram)
        {
            hash = Step(hash, unit);
        }
        return Mix(hash);
    }

    private static bool IsMicroblog(string channel) => channel is "weibo" or "wechat";

    private static void Grams(ReadOnlySpan<char> units, uint salt, FeatureBag bag, FeatureGroup group, int longest = LongestGram)
    {
        bag.Open(units.Length * longest);
        for (var i = 0; i < units.Length; i++)
        {
            var hash = salt;
            var end = Math.Min(units.Length, i + longest);
            for (var j = i; j < end && units[j] != FoldedText.Break; j++)
            {
                hash = Step(hash, units[j]);
                bag.Add(Mix(hash));
            }
        }
        bag.Close(group);
    }

    private static void SkipPairs(ReadOnlySpan<char> units, FeatureBag bag)
    {
        for (var i = 0; i + 2 < units.Length; i++)
        {
            var hash = Step(SkipSalt, units[i]);
            bag.Add(Mix(Step(hash, units[i + 2])));
            if (i + 3 < units.Length)
            {
                bag.Add(Mix(Step(hash ^ TokenSalt, units[i + 3])));
            }
        }
    }

    // Emoticons such as [怒] count as one token, whatever their length.
    private static void Tokens(ReadOnlySpan<char> units, FeatureBag bag)
    {
        for (var i = 0; i < units.Length; i++)
        {
            if (units[i] != '[')
            {
                continue;
            }
            var length = units.Slice(i + 1, Math.Min(LongestToken, units.Length - i - 1)).IndexOf(']');
            if (length > 0)
            {
                var hash = TokenSalt;
                foreach (var unit in units.Slice(i + 1, length))
                {
                    hash = Step(hash, unit);
                }
                bag.Add(Mix(hash));
            }
        }
    }

    private static uint Step(uint hash, char unit) => (System.Numerics.BitOperations.RotateLeft(hash, 5) ^ (unit + 1u)) * 0x9E3779B1u;

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
