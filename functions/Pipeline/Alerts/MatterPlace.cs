using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SentimentWatch.Pipeline.Records;
using SentimentWatch.Pipeline.Routing;

namespace SentimentWatch.Pipeline.Alerts;

/// <summary>
/// Where a matter is, as a key. A wrong join hides a danger and a wrong split only sends a second card, so records
/// stand together only when the place is known more exactly than a whole street office's area, or their words are the same.
/// </summary>
internal static partial class MatterPlace
{
    /// <summary>The gazetteer's finest name; or an estate named in the text; or a hash of the text.</summary>
    public static string Of(CitizenRecord record, PlaceMatch? place)
    {
        if (place is { Level: not ("street" or "road") })
        {
            return place.Name;
        }

        var estate = EstateIn(record.Place) ?? EstateIn(record.Title) ?? EstateIn(record.Body);
        return (place, estate) switch
        {
            ({ Level: "road" }, null) => place.Name,
            (_, null) => ContentHash(record.Body),
            (null, _) => estate,
            _ => $"{place.Name}/{estate}",
        };
    }

    // Where an unknown name begins cannot be told from the words before it, so only the two characters before its last word count.
    private static string? EstateIn(string? text) =>
        text is null || Estate().Match(text) is not { Success: true } match ? null : match.Value;

    // Two posts of one text differ in punctuation, spaces and numbers more often than in words.
    private static string ContentHash(string body)
    {
        var words = string.Concat(body.Where(char.IsLetter)).ToLowerInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words.Length == 0 ? body : words)));
    }

    // Words such as 我们小区 or 附近的学校 name no place: the characters that make them are taken out of what a name may be made of.
    [GeneratedRegex(
        @"[\p{IsCJKUnifiedIdeographs}-[我们这那个的在本咱到某该全整进去来了是有和与跟从把被就都还又没不附近旁边隔壁对面门口几多各两一其他]]{2}"
        + "(?:小区|花园|家园|公寓|新村|新居|新城|嘉园|雅园|雅苑|华庭|名邸|庄园|山庄|大厦|广场|商场|市场|学校|中学|小学|幼儿园|医院|工地|工厂|车站|苑|村)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Estate();
}
