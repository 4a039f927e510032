namespace SentimentWatch.Pipeline.Events;

/// <summary>A hash that is the same on every machine and in every run (FNV-1a, 64 bits, mixed).</summary>
internal static class StableHash
{
    /// <summary>Hash of a text.</summary>
    public static ulong Of(string text)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 0x100000001B3UL;
        }

        hash ^= hash >> 33;
        hash *= 0xFF51AFD7ED558CCDUL;
        return hash ^ (hash >> 33);
    }
}
