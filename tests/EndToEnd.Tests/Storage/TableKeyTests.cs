using CsCheck;
using SentimentWatch.Pipeline.Storage;

namespace SentimentWatch.EndToEnd.Tests.Storage;

/// <summary>Any id makes a key that the table service takes and that leads back to the id.</summary>
public sealed class TableKeyTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char, 0, 220],
        Gen.String[Gen.Char["/\\#?!~%'+&\t\n\u0000\u007f\u0085 abcZ019-_.:工单号𠮷"], 0, 60]);

    [Fact]
    public void A_key_holds_nothing_that_the_service_forbids() =>
        Text.Sample(text =>
        {
            var key = TableKey.Encode(text);
            Assert.True(key.Length <= 512);
            Assert.DoesNotContain(key, unit => unit is '/' or '\\' or '#' or '?' or '%' or '\'' || char.IsControl(unit) || char.IsSurrogate(unit));
        });

    [Fact]
    public void A_key_leads_back_to_its_text() =>
        Text.Sample(text =>
        {
            var key = TableKey.Encode(text);
            Assert.True(key.Length == TableKey.MaxLength ? TableKey.Decode(key) is null || TableKey.Decode(key) == text : TableKey.Decode(key) == text);
        });

    [Fact]
    public void Different_texts_have_different_keys() =>
        Gen.Select(Text, Text).Sample((left, right) =>
            Assert.Equal(left == right, TableKey.Encode(left) == TableKey.Encode(right)));

    [Fact]
    public void Long_ids_that_differ_at_their_end_stay_apart()
    {
        var left = new string('/', 200);
        var right = new string('/', 199) + "?";
        Assert.NotEqual(TableKey.Encode(left), TableKey.Encode(right));
        Assert.Null(TableKey.Decode(TableKey.Encode(left)));
    }

    [Theory]
    [InlineData("!")]
    [InlineData("a!00")]
    [InlineData("!00zz")]
    public void Text_that_is_no_key_is_refused(string key) => Assert.Throws<FormatException>(() => TableKey.Decode(key));

    [Fact]
    public void An_ordinary_id_is_its_own_key() => Assert.Equal("JN20261122-000123", TableKey.Encode("JN20261122-000123"));
}
