using SentimentWatch.Models.Background;

namespace SentimentWatch.Models.Tests.Background;

/// <summary>Names are known by how they sound.</summary>
public sealed class SyllablesTests
{
    private readonly Syllables _syllables = new();

    [Theory]
    [InlineData("泊锦苑", "锦泊苑")]
    [InlineData("云茂城", "云贸城")]
    [InlineData("会丰网", "汇丰网")]
    public void A_wrong_character_of_the_right_sound_or_two_exchanged_are_the_same_name(string one, string other) =>
        Assert.Equal(KeyOf(one), KeyOf(other));

    [Theory]
    [InlineData("锦泊苑", "锦泊路")]
    [InlineData("锦泊苑", "锦澜苑")]
    public void Another_ending_or_another_sound_is_another_name(string one, string other) =>
        Assert.NotEqual(KeyOf(one), KeyOf(other));

    [Fact]
    public void What_has_no_sound_is_no_name() => Assert.Equal(0u, _syllables.Name(TermUnits.Break, '锦', '苑'));

    [Fact]
    public void One_letter_before_the_number_of_a_line_may_be_left_out() => Assert.Equal(CodesOf("338路"), CodesOf("K338路"));

    private uint KeyOf(string name) => _syllables.Name(name[0], name[1], name[2]);

    private static int[] CodesOf(string text)
    {
        var units = new TermUnits();
        units.Add(text, text.Length);
        return units.Codes.ToArray();
    }
}
